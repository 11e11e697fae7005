import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { TouchSession as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { TouchSession } from './touch-session.command.js';

@Controller()
export class TouchSessionController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  touchSession(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new TouchSession(asked));
  }
}
