import type { MailRequest } from '../mail/mail-request.js';

/** A reserved attempt: this worker's alone, for a while. `reached` are the digests of addresses that have the mail already. */
export type Attempt = Readonly<{
  mailId: string;
  number: number;
  request: MailRequest;
  reached: readonly string[];
}>;
