import { Query } from '@nestjs/cqrs';
import type { ListSupportCases as contract, PayloadOf, ReplyOf } from '#contracts';

/** The cases of support. */
export class ListSupportCases extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
