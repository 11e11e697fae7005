import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetTokenKeys as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetTokenKeys } from './get-token-keys.query.js';

@Controller()
export class GetTokenKeysController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getTokenKeys(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetTokenKeys(asked));
  }
}
