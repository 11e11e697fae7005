import { Command } from '@nestjs/cqrs';
import type { ConfirmKey as contract, PayloadOf, ReplyOf } from '#contracts';

/** Checks the key again before something sensitive. */
export class ConfirmKey extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
