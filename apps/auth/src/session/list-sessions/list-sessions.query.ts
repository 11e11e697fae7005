import { Query } from '@nestjs/cqrs';
import type { ListSessions as contract, PayloadOf, ReplyOf } from '#contracts';

/** The living sessions of a user. */
export class ListSessions extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
