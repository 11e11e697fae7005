import { Command } from '@nestjs/cqrs';
import type { DiscloseIdentifier as contract, PayloadOf, ReplyOf } from '#contracts';

/** Tells the manager their identifier. */
export class DiscloseIdentifier extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
