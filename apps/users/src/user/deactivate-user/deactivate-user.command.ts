import { Command } from '@nestjs/cqrs';
import type { DeactivateUser as contract, PayloadOf, ReplyOf } from '#contracts';

/** Closes a user's account. */
export class DeactivateUser extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
