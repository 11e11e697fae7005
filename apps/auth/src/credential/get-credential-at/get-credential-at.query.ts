import { Query } from '@nestjs/cqrs';
import type { GetCredentialAt as contract, PayloadOf, ReplyOf } from '#contracts';

/** With what a user could sign in at an instant. */
export class GetCredentialAt extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
