import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IssueProvisionalKey as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { IssueProvisionalKey } from './issue-provisional-key.command.js';

@Controller()
export class IssueProvisionalKeyController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  issueProvisionalKey(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new IssueProvisionalKey(asked));
  }
}
