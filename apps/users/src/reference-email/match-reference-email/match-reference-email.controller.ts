import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { MatchReferenceEmail as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { MatchReferenceEmail } from './match-reference-email.query.js';

@Controller()
export class MatchReferenceEmailController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  matchReferenceEmail(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new MatchReferenceEmail(asked));
  }
}
