import { Query } from '@nestjs/cqrs';
import type { GetDemoMail as contract, PayloadOf, ReplyOf } from '#contracts';

/** One mail of the demo mailbox. */
export class GetDemoMail extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
