import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { FindSchools as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { FindSchools } from './find-schools.query.js';

@Controller()
export class FindSchoolsController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  findSchools(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new FindSchools(asked));
  }
}
