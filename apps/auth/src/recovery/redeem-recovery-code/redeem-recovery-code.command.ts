import { Command } from '@nestjs/cqrs';
import type { RedeemRecoveryCode as contract, PayloadOf, ReplyOf } from '#contracts';

/** Opens the way to a new key for the code support read out. */
export class RedeemRecoveryCode extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
