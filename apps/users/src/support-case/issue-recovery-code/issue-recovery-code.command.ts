import { Command } from '@nestjs/cqrs';
import type { IssueRecoveryCode as contract, PayloadOf, ReplyOf } from '#contracts';

/** Has auth hold the code that is read out. */
export class IssueRecoveryCode extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
