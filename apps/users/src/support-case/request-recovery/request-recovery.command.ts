import { Command } from '@nestjs/cqrs';
import type { RequestRecovery as contract, PayloadOf, ReplyOf } from '#contracts';

/** Asks for a new key for the manager. */
export class RequestRecovery extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
