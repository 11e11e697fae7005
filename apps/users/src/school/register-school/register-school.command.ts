import { Command } from '@nestjs/cqrs';
import type { RegisterSchool as contract, PayloadOf, ReplyOf } from '#contracts';

/** Registers a school and its manager; from the command line or the demo seed. */
export class RegisterSchool extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
