import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetUser as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetUser } from './get-user.query.js';

@Controller()
export class GetUserController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getUser(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetUser(asked));
  }
}
