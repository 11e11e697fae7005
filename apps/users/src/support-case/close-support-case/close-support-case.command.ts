import { Command } from '@nestjs/cqrs';
import type { CloseSupportCase as contract, PayloadOf, ReplyOf } from '#contracts';

/** Ends a case. */
export class CloseSupportCase extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
