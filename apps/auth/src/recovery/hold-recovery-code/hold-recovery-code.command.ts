import { Command } from '@nestjs/cqrs';
import type { HoldRecoveryCode as contract, PayloadOf, ReplyOf } from '#contracts';

/** Records a code before an operator sees it. */
export class HoldRecoveryCode extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
