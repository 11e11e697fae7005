import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { ConfirmTotp as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ConfirmTotp } from './confirm-totp.command.js';

@Controller()
export class ConfirmTotpController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  confirmTotp(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ConfirmTotp(asked));
  }
}
