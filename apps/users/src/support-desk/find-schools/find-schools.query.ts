import { Query } from '@nestjs/cqrs';
import type { FindSchools as contract, PayloadOf, ReplyOf } from '#contracts';

/** Schools by words of their name. */
export class FindSchools extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
