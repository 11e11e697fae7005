import { Command } from '@nestjs/cqrs';
import type { RevokeProvisionalKeys as contract, PayloadOf, ReplyOf } from '#contracts';

/** Makes the provisional keys of a user void: it was not them who asked. */
export class RevokeProvisionalKeys extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
