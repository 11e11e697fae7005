import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { SettleCallBack as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { SettleCallBack } from './settle-call-back.command.js';

@Controller()
export class SettleCallBackController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  settleCallBack(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new SettleCallBack(asked));
  }
}
