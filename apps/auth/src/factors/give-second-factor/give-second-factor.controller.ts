import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { GiveSecondFactor as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GiveSecondFactor } from './give-second-factor.command.js';

@Controller()
export class GiveSecondFactorController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  giveSecondFactor(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GiveSecondFactor(asked));
  }
}
