import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetSupportCase as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetSupportCase } from './get-support-case.query.js';

@Controller()
export class GetSupportCaseController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getSupportCase(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetSupportCase(asked));
  }
}
