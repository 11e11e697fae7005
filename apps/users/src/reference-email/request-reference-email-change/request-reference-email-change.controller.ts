import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RequestReferenceEmailChange as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RequestReferenceEmailChange } from './request-reference-email-change.command.js';

@Controller()
export class RequestReferenceEmailChangeController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  requestReferenceEmailChange(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RequestReferenceEmailChange(asked));
  }
}
