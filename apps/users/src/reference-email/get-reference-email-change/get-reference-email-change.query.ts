import { Query } from '@nestjs/cqrs';
import type { GetReferenceEmailChange as contract, PayloadOf, ReplyOf } from '#contracts';

/** What a link from a mail would do. */
export class GetReferenceEmailChange extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
