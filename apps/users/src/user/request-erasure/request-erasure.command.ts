import { Command } from '@nestjs/cqrs';
import type { RequestErasure as contract, PayloadOf, ReplyOf } from '#contracts';

/** Asks that a person be erased. */
export class RequestErasure extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
