import { Command } from '@nestjs/cqrs';
import type { VetoRecovery as contract, PayloadOf, ReplyOf } from '#contracts';

/** Ends a case from an address that was told. */
export class VetoRecovery extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
