import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CancelRecoveryCode as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { CancelRecoveryCode } from './cancel-recovery-code.command.js';

@Controller()
export class CancelRecoveryCodeController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  cancelRecoveryCode(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new CancelRecoveryCode(asked));
  }
}
