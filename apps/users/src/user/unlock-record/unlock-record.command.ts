import { Command } from '@nestjs/cqrs';
import type { UnlockRecord as contract, PayloadOf, ReplyOf } from '#contracts';

/** Reads who a user is, on record. */
export class UnlockRecord extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
