import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetUserAt as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetUserAt } from './get-user-at.query.js';

@Controller()
export class GetUserAtController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getUserAt(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetUserAt(asked));
  }
}
