import { Command } from '@nestjs/cqrs';
import type { ReactivateUser as contract, PayloadOf, ReplyOf } from '#contracts';

/** Opens a user's account again. */
export class ReactivateUser extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
