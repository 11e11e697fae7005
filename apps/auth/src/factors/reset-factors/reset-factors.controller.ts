import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ResetFactors as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ResetFactors } from './reset-factors.command.js';

@Controller()
export class ResetFactorsController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  resetFactors(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ResetFactors(asked));
  }
}
