import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetReferenceEmailChange as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetReferenceEmailChange } from './get-reference-email-change.query.js';

@Controller()
export class GetReferenceEmailChangeController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getReferenceEmailChange(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetReferenceEmailChange(asked));
  }
}
