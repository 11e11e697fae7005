import { Query } from '@nestjs/cqrs';
import type { TellCredential as contract, PayloadOf, ReplyOf } from '#contracts';

/** What happened to a credential, in words. */
export class TellCredential extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
