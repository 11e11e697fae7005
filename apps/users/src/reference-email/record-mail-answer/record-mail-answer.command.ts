import { Command } from '@nestjs/cqrs';
import type { RecordMailAnswer as contract, PayloadOf, ReplyOf } from '#contracts';

/** Notes whether mail to a user arrives. */
export class RecordMailAnswer extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
