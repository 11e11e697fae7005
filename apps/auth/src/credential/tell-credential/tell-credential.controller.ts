import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { TellCredential as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { TellCredential } from './tell-credential.query.js';

@Controller()
export class TellCredentialController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  tellCredential(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new TellCredential(asked));
  }
}
