import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetCredentialAt as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetCredentialAt } from './get-credential-at.query.js';

@Controller()
export class GetCredentialAtController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getCredentialAt(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetCredentialAt(asked));
  }
}
