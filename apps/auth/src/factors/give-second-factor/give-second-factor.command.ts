import { Command } from '@nestjs/cqrs';
import type { GiveSecondFactor as contract, PayloadOf, ReplyOf } from '#contracts';

/** Gives the second factor in a session. */
export class GiveSecondFactor extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
