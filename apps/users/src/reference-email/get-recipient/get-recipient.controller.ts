import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetRecipient as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetRecipient } from './get-recipient.query.js';

@Controller()
export class GetRecipientController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getRecipient(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetRecipient(asked));
  }
}
