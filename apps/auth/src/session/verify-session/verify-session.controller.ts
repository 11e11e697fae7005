import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { VerifySession as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { VerifySession } from './verify-session.query.js';

@Controller()
export class VerifySessionController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  verifySession(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new VerifySession(asked));
  }
}
