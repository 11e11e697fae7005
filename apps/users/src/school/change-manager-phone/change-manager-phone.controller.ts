import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ChangeManagerPhone as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ChangeManagerPhone } from './change-manager-phone.command.js';

@Controller()
export class ChangeManagerPhoneController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  changeManagerPhone(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ChangeManagerPhone(asked));
  }
}
