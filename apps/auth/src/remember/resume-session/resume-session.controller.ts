import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { type PayloadOf, type ReplyOf, ResumeSession as contract } from '#contracts';
import { Answers } from '#service-bus';
import { ResumeSession } from './resume-session.command.js';

@Controller()
export class ResumeSessionController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  resumeSession(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ResumeSession(asked));
  }
}
