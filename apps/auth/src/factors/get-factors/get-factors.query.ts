import { Query } from '@nestjs/cqrs';
import type { GetFactors as contract, PayloadOf, ReplyOf } from '#contracts';

/** The second factors of a user. */
export class GetFactors extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
