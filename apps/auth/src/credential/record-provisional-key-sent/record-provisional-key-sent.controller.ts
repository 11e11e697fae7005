import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RecordProvisionalKeySent as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RecordProvisionalKeySent } from './record-provisional-key-sent.command.js';

@Controller()
export class RecordProvisionalKeySentController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  recordProvisionalKeySent(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RecordProvisionalKeySent(asked));
  }
}
