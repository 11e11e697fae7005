import { Command } from '@nestjs/cqrs';
import type { MailRequest } from '../mail-request.js';

/** Records that a mail is wanted, and has it sent. */
export class RequestMail extends Command<void> {
  constructor(
    readonly mailId: string,
    readonly request: MailRequest,
  ) {
    super();
  }
}
