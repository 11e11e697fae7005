import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { VetoRecovery as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { VetoRecovery } from './veto-recovery.command.js';

@Controller()
export class VetoRecoveryController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  vetoRecovery(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new VetoRecovery(asked));
  }
}
