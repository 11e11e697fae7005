import { Query } from '@nestjs/cqrs';
import type { GetUser as contract, PayloadOf, ReplyOf } from '#contracts';

/** One user of the manager's school. */
export class GetUser extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
