import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { OpenSupportCase as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { OpenSupportCase } from './open-support-case.command.js';

@Controller()
export class OpenSupportCaseController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  openSupportCase(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new OpenSupportCase(asked));
  }
}
