import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RequestRecovery as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RequestRecovery } from './request-recovery.command.js';

@Controller()
export class RequestRecoveryController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  requestRecovery(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RequestRecovery(asked));
  }
}
