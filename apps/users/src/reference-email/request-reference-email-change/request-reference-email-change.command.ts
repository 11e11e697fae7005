import { Command } from '@nestjs/cqrs';
import type { RequestReferenceEmailChange as contract, PayloadOf, ReplyOf } from '#contracts';

/** Asks to change or remove a reference address. */
export class RequestReferenceEmailChange extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
