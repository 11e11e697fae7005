import { Query } from '@nestjs/cqrs';
import type { GetSupportCase as contract, PayloadOf, ReplyOf } from '#contracts';

/** One case as an operator sees it. */
export class GetSupportCase extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
