import { Command } from '@nestjs/cqrs';
import type { HoldRecoveryProof as contract, PayloadOf, ReplyOf } from '#contracts';

/** Records the second proof of a recovery before it is mailed. */
export class HoldRecoveryProof extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
