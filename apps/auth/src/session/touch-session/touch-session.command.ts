import { Command } from '@nestjs/cqrs';
import type { TouchSession as contract, PayloadOf, ReplyOf } from '#contracts';

/** Notes that the session is in use. */
export class TouchSession extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
