import { Command } from '@nestjs/cqrs';
import type { IssueRecoveryCodes as contract, PayloadOf, ReplyOf } from '#contracts';

/** Issues ten new recovery codes. */
export class IssueRecoveryCodes extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
