import { Query } from '@nestjs/cqrs';
import type { VerifySession as contract, PayloadOf, ReplyOf } from '#contracts';

/** The session of this id, if it lives. */
export class VerifySession extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
