import { Query } from '@nestjs/cqrs';
import type { GetRecoveryVeto as contract, PayloadOf, ReplyOf } from '#contracts';

/** What the link of a notice would stop. */
export class GetRecoveryVeto extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
