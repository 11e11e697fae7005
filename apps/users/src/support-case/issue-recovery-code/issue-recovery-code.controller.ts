import { Controller } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import { IssueRecoveryCode as contract, type PayloadOf, type ReplyOf } from '#contracts';
import { Answers } from '#service-bus';
import { IssueRecoveryCode } from './issue-recovery-code.command.js';

@Controller()
export class IssueRecoveryCodeController {
  constructor(private readonly bus: CommandBus) {}

  @Answers(contract)
  issueRecoveryCode(asked: PayloadOf<typeof contract>): Promise<ReplyOf<typeof contract>> {
    return this.bus.execute(new IssueRecoveryCode(asked));
  }
}
