import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListSupportCases as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ListSupportCases } from './list-support-cases.query.js';

@Controller()
export class ListSupportCasesController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  listSupportCases(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ListSupportCases(asked));
  }
}
