import { Command } from '@nestjs/cqrs';
import type { RecordProvisionalKeySent as contract, PayloadOf, ReplyOf } from '#contracts';

/** Notes that the mail with a provisional key was accepted. */
export class RecordProvisionalKeySent extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
