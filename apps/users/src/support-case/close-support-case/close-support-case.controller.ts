import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { CloseSupportCase as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { CloseSupportCase } from './close-support-case.command.js';

@Controller()
export class CloseSupportCaseController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  closeSupportCase(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new CloseSupportCase(asked));
  }
}
