import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ChooseKey as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ChooseKey } from './choose-key.command.js';

@Controller()
export class ChooseKeyController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  chooseKey(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ChooseKey(asked));
  }
}
