import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { IssueToken as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { IssueToken } from './issue-token.query.js';

@Controller()
export class IssueTokenController {
  constructor(private readonly bus: QueryBus) {}

  @Answers(contract)
  issueToken(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new IssueToken(asked));
  }
}
