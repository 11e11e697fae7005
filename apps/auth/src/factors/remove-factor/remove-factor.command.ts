import { Command } from '@nestjs/cqrs';
import type { RemoveFactor as contract, PayloadOf, ReplyOf } from '#contracts';

/** Removes a second factor. */
export class RemoveFactor extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
