import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EndSession as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { EndSession } from './end-session.command.js';

@Controller()
export class EndSessionController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  endSession(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new EndSession(asked));
  }
}
