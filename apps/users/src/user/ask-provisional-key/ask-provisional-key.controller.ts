import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AskProvisionalKey as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { AskProvisionalKey } from './ask-provisional-key.command.js';

@Controller()
export class AskProvisionalKeyController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  askProvisionalKey(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new AskProvisionalKey(asked));
  }
}
