import { Command } from '@nestjs/cqrs';
import type { ReapplyErasures as contract, PayloadOf, ReplyOf } from '#contracts';

/** Erases again whoever an older backup brought back. */
export class ReapplyErasures extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
