import { Command } from '@nestjs/cqrs';
import type { OpenSupportCase as contract, PayloadOf, ReplyOf } from '#contracts';

/** Opens a case for the manager of a school. */
export class OpenSupportCase extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
