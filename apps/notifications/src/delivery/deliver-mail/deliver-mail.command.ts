import { Command } from '@nestjs/cqrs';

/** Makes the next attempt at a mail, if it is due and nobody else is making it. */
export class DeliverMail extends Command<void> {
  constructor(readonly mailId: string) {
    super();
  }
}
