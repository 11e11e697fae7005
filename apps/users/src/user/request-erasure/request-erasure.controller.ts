import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { RequestErasure as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { RequestErasure } from './request-erasure.command.js';

@Controller()
export class RequestErasureController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  requestErasure(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new RequestErasure(asked));
  }
}
