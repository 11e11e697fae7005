import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { StartTotp as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { StartTotp } from './start-totp.command.js';

@Controller()
export class StartTotpController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  startTotp(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new StartTotp(asked));
  }
}
