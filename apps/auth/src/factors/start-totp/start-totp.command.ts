import { Command } from '@nestjs/cqrs';
import type { StartTotp as contract, PayloadOf, ReplyOf } from '#contracts';

/** Begins to set up an app that shows codes. */
export class StartTotp extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
