import { Command } from '@nestjs/cqrs';
import type { RequestKeyRenewal as contract, PayloadOf, ReplyOf } from '#contracts';

/** Notes that somebody says they forgot their key. */
export class RequestKeyRenewal extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
