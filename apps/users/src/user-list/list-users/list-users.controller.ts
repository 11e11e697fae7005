import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListUsers as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ListUsers } from './list-users.query.js';

@Controller()
export class ListUsersController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  listUsers(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ListUsers(asked));
  }
}
