import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { EndOtherSessions as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { EndOtherSessions } from './end-other-sessions.command.js';

@Controller()
export class EndOtherSessionsController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  endOtherSessions(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new EndOtherSessions(asked));
  }
}
