import { Command } from '@nestjs/cqrs';
import type { EndSession as contract, PayloadOf, ReplyOf } from '#contracts';

/** Ends one session of this user. */
export class EndSession extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
