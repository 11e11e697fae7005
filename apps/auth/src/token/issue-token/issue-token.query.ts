import { Query } from '@nestjs/cqrs';
import type { IssueToken as contract, PayloadOf, ReplyOf } from '#contracts';

/** A token for an internal service. */
export class IssueToken extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
