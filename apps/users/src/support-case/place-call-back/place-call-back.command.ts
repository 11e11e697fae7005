import { Command } from '@nestjs/cqrs';
import type { PlaceCallBack as contract, PayloadOf, ReplyOf } from '#contracts';

/** Has the number on file dialled. */
export class PlaceCallBack extends Command<ReplyOf<typeof contract>> {
  constructor(readonly asked: PayloadOf<typeof contract>) {
    super();
  }
}
