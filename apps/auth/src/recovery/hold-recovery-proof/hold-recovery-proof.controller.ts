import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { HoldRecoveryProof as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { HoldRecoveryProof } from './hold-recovery-proof.command.js';

@Controller()
export class HoldRecoveryProofController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  holdRecoveryProof(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new HoldRecoveryProof(asked));
  }
}
