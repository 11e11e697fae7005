import { Command } from '@nestjs/cqrs';
import type { PayloadOf, ReplyOf, ResumeSession as contract } from '#contracts';

/** Resumes a session on a remembered browser. */
export class ResumeSession extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
