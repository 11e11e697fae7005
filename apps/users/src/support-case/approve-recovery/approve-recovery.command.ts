import { Command } from '@nestjs/cqrs';
import type { ApproveRecovery as contract, PayloadOf, ReplyOf } from '#contracts';

/** Agrees as the second operator. */
export class ApproveRecovery extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
