import { Command } from '@nestjs/cqrs';
import type { ChangeManagerPhone as contract, PayloadOf, ReplyOf } from '#contracts';

/** Changes the number that support calls back. */
export class ChangeManagerPhone extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
