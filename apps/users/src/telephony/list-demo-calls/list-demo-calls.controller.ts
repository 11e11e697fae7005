import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListDemoCalls as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ListDemoCalls } from './list-demo-calls.query.js';

@Controller()
export class ListDemoCallsController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  listDemoCalls(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ListDemoCalls(asked));
  }
}
