import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RedeemRecoveryCode as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RedeemRecoveryCode } from './redeem-recovery-code.command.js';

@Controller()
export class RedeemRecoveryCodeController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  redeemRecoveryCode(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RedeemRecoveryCode(asked));
  }
}
