import { Command } from '@nestjs/cqrs';
import type { ChangeKey as contract, PayloadOf, ReplyOf } from '#contracts';

/** Changes the key from a full session. */
export class ChangeKey extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
