import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RecordMailAnswer as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RecordMailAnswer } from './record-mail-answer.command.js';

@Controller()
export class RecordMailAnswerController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  recordMailAnswer(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RecordMailAnswer(asked));
  }
}
