import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetKeyContext as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetKeyContext } from './get-key-context.query.js';

@Controller()
export class GetKeyContextController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getKeyContext(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetKeyContext(asked));
  }
}
