import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { HoldRecoveryCode as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { HoldRecoveryCode } from './hold-recovery-code.command.js';

@Controller()
export class HoldRecoveryCodeController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  holdRecoveryCode(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new HoldRecoveryCode(asked));
  }
}
