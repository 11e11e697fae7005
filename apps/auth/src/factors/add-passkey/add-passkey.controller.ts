import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AddPasskey as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { AddPasskey } from './add-passkey.command.js';

@Controller()
export class AddPasskeyController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  addPasskey(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new AddPasskey(asked));
  }
}
