import { Query } from '@nestjs/cqrs';
import type { CheckNewUsers as contract, PayloadOf, ReplyOf } from '#contracts';

/** Asks what stands in the way of adding users. */
export class CheckNewUsers extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
