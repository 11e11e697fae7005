import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RequestKeyRenewal as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RequestKeyRenewal } from './request-key-renewal.command.js';

@Controller()
export class RequestKeyRenewalController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  requestKeyRenewal(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RequestKeyRenewal(asked));
  }
}
