import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetRecoveryVeto as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetRecoveryVeto } from './get-recovery-veto.query.js';

@Controller()
export class GetRecoveryVetoController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getRecoveryVeto(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetRecoveryVeto(asked));
  }
}
