import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RemoveFactor as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RemoveFactor } from './remove-factor.command.js';

@Controller()
export class RemoveFactorController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  removeFactor(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RemoveFactor(asked));
  }
}
