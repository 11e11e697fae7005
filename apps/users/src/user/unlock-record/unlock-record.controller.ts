import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { UnlockRecord as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { UnlockRecord } from './unlock-record.command.js';

@Controller()
export class UnlockRecordController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  unlockRecord(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new UnlockRecord(asked));
  }
}
