import { Query } from '@nestjs/cqrs';
import type { GetRecipient as contract, PayloadOf, ReplyOf } from '#contracts';

/** Where a mail about a user goes. */
export class GetRecipient extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
