import { Command } from '@nestjs/cqrs';
import type { FollowReferenceEmailLink as contract, PayloadOf, ReplyOf } from '#contracts';

/** Confirms, accepts or vetoes a change by a link from a mail. */
export class FollowReferenceEmailLink extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
