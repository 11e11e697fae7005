import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListDemoMails as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ListDemoMails } from './list-demo-mails.query.js';

@Controller()
export class ListDemoMailsController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  listDemoMails(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ListDemoMails(asked));
  }
}
