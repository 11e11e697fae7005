import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ChangeKey as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ChangeKey } from './change-key.command.js';

@Controller()
export class ChangeKeyController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  changeKey(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ChangeKey(asked));
  }
}
