import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { AddOperator as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { AddOperator } from './add-operator.command.js';

@Controller()
export class AddOperatorController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  addOperator(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new AddOperator(asked));
  }
}
