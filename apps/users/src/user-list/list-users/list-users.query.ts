import { Query } from '@nestjs/cqrs';
import type { ListUsers as contract, PayloadOf, ReplyOf } from '#contracts';

/** The users of the manager's school. */
export class ListUsers extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
