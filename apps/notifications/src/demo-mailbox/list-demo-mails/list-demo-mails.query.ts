import { Query } from '@nestjs/cqrs';
import type { ListDemoMails as contract, PayloadOf, ReplyOf } from '#contracts';

/** The mails of the demo mailbox. */
export class ListDemoMails extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
