import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IssueRecoveryCodes as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { IssueRecoveryCodes } from './issue-recovery-codes.command.js';

@Controller()
export class IssueRecoveryCodesController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  issueRecoveryCodes(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new IssueRecoveryCodes(asked));
  }
}
