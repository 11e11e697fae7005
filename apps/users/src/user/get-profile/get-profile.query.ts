import { Query } from '@nestjs/cqrs';
import type { GetProfile as contract, PayloadOf, ReplyOf } from '#contracts';

/** Who a user is. */
export class GetProfile extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
