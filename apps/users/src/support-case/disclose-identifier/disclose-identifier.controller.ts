import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { DiscloseIdentifier as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { DiscloseIdentifier } from './disclose-identifier.command.js';

@Controller()
export class DiscloseIdentifierController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  discloseIdentifier(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new DiscloseIdentifier(asked));
  }
}
