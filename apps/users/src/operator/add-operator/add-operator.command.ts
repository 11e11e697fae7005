import { Command } from '@nestjs/cqrs';
import type { AddOperator as contract, PayloadOf, ReplyOf } from '#contracts';

/** Adds one of the vendor's own people. */
export class AddOperator extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
