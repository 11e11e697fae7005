import { Command } from '@nestjs/cqrs';
import type { AddUser as contract, PayloadOf, ReplyOf } from '#contracts';

/** Adds a user to a school. */
export class AddUser extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
