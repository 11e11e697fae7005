import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindUser as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { FindUser } from './find-user.query.js';

@Controller()
export class FindUserController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  findUser(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new FindUser(asked));
  }
}
