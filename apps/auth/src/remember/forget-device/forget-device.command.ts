import { Command } from '@nestjs/cqrs';
import type { PayloadOf, ReplyOf, ForgetDevice as contract } from '#contracts';

/** Forgets a remembered browser and ends its sessions. */
export class ForgetDevice extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
