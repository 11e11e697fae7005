import { Command } from '@nestjs/cqrs';
import type { CancelRecoveryCode as contract, PayloadOf, ReplyOf } from '#contracts';

/** Makes the code of a case void. */
export class CancelRecoveryCode extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
