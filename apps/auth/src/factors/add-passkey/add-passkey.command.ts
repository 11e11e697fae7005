import { Command } from '@nestjs/cqrs';
import type { AddPasskey as contract, PayloadOf, ReplyOf } from '#contracts';

/** Adds a passkey. */
export class AddPasskey extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
