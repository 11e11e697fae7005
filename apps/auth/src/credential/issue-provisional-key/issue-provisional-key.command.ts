import { Command } from '@nestjs/cqrs';
import type { IssueProvisionalKey as contract, PayloadOf, ReplyOf } from '#contracts';

/** Records a provisional key before it is mailed. */
export class IssueProvisionalKey extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
