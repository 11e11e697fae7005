import { Query } from '@nestjs/cqrs';
import type { GetUserAt as contract, PayloadOf, ReplyOf } from '#contracts';

/** What a user was at an instant. */
export class GetUserAt extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
