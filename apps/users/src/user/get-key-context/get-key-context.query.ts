import { Query } from '@nestjs/cqrs';
import type { GetKeyContext as contract, PayloadOf, ReplyOf } from '#contracts';

/** Words a user's key must not be built from. */
export class GetKeyContext extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
