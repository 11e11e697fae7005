import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { CheckNewUsers as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { CheckNewUsers } from './check-new-users.query.js';

@Controller()
export class CheckNewUsersController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  checkNewUsers(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new CheckNewUsers(asked));
  }
}
