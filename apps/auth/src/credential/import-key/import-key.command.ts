import { Command } from '@nestjs/cqrs';
import type { ImportKey as contract, PayloadOf, ReplyOf } from '#contracts';

/** Gives a user without a key the one they had elsewhere. */
export class ImportKey extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
