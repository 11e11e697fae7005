import { Query } from '@nestjs/cqrs';
import type { GetTokenKeys as contract, PayloadOf, ReplyOf } from '#contracts';

/** The public keys that verify tokens now. */
export class GetTokenKeys extends Query<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
