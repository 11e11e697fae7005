import { Query } from '@nestjs/cqrs';
import type { FindUser as contract, PayloadOf, ReplyOf } from '#contracts';

/** The user an identifier belongs to. */
export class FindUser extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
