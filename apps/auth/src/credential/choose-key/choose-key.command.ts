import { Command } from '@nestjs/cqrs';
import type { ChooseKey as contract, PayloadOf, ReplyOf } from '#contracts';

/** Chooses a key in the session a provisional key opened. */
export class ChooseKey extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
