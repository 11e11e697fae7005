import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetFactors as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetFactors } from './get-factors.query.js';

@Controller()
export class GetFactorsController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getFactors(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetFactors(asked));
  }
}
