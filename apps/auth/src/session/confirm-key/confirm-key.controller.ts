import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ConfirmKey as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ConfirmKey } from './confirm-key.command.js';

@Controller()
export class ConfirmKeyController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  confirmKey(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ConfirmKey(asked));
  }
}
