import { Command } from '@nestjs/cqrs';
import type { ConfirmTotp as contract, PayloadOf, ReplyOf } from '#contracts';

/** Puts an app in force. */
export class ConfirmTotp extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
