import { Command } from '@nestjs/cqrs';
import type { AskProvisionalKey as contract, PayloadOf, ReplyOf } from '#contracts';

/** Asks that a user be sent a provisional key. */
export class AskProvisionalKey extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
