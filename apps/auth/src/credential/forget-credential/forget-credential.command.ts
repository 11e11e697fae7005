import { Command } from '@nestjs/cqrs';
import type { ForgetCredential as contract, PayloadOf, ReplyOf } from '#contracts';

/** Forgets how an erased user signed in. */
export class ForgetCredential extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
