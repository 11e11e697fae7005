import { Query } from '@nestjs/cqrs';
import type { TellUser as contract, PayloadOf, ReplyOf } from '#contracts';

/** What happened to a user, in words. */
export class TellUser extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
