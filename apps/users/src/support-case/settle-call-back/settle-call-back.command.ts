import { Command } from '@nestjs/cqrs';
import type { SettleCallBack as contract, PayloadOf, ReplyOf } from '#contracts';

/** Notes whether the manager picked up. */
export class SettleCallBack extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
