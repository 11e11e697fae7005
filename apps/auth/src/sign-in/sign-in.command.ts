import { Command } from '@nestjs/cqrs';
import type { PayloadOf, ReplyOf, SignIn as contract } from '#contracts';

/** Opens a session if identifier and key are right. */
export class SignIn extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
