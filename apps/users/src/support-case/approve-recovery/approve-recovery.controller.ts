import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ApproveRecovery as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ApproveRecovery } from './approve-recovery.command.js';

@Controller()
export class ApproveRecoveryController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  approveRecovery(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ApproveRecovery(asked));
  }
}
