import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { GetDemoMail as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { GetDemoMail } from './get-demo-mail.query.js';

@Controller()
export class GetDemoMailController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  getDemoMail(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new GetDemoMail(asked));
  }
}
