import { Query } from '@nestjs/cqrs';
import type { MatchReferenceEmail as contract, PayloadOf, ReplyOf } from '#contracts';

/** Whether an address is one of the user's. */
export class MatchReferenceEmail extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
