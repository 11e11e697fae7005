import { Query } from '@nestjs/cqrs';
import type { ListDemoCalls as contract, PayloadOf, ReplyOf } from '#contracts';

/** The calls demo mode did not place. */
export class ListDemoCalls extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
