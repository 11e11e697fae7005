import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ListSessions as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { ListSessions } from './list-sessions.query.js';

@Controller()
export class ListSessionsController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  listSessions(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new ListSessions(asked));
  }
}
