import { Command } from '@nestjs/cqrs';
import type { EraseUser as contract, PayloadOf, ReplyOf } from '#contracts';

/** Erases a person for good. */
export class EraseUser extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
