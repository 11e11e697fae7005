import { Command } from '@nestjs/cqrs';
import type { EndOtherSessions as contract, PayloadOf, ReplyOf } from '#contracts';

/** Ends every session of this user, but for the one named. */
export class EndOtherSessions extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
