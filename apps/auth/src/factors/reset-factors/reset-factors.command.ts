import { Command } from '@nestjs/cqrs';
import type { ResetFactors as contract, PayloadOf, ReplyOf } from '#contracts';

/** Removes every factor of somebody who lost theirs. */
export class ResetFactors extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
