import { Command } from '@nestjs/cqrs';
import type { AskPasskeyChallenge as contract, PayloadOf, ReplyOf } from '#contracts';

/** Begins a passkey ceremony in a session. */
export class AskPasskeyChallenge extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
