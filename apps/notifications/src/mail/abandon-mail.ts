import { type Decision, records } from '#event-sourcing';
import type { FinalFailure, MailAbandoned } from './mail.events.js';
import type { Mail } from './mail.js';

/** Gives up at once, where another attempt cannot help. An attempt already overtaken decides nothing. */
export const abandonMail = (
  mail: Mail,
  { attempt, reason }: Readonly<{ attempt: number; reason: FinalFailure }>,
): Decision<MailAbandoned> =>
  mail.status !== 'attempted' || mail.attempts !== attempt
    ? records()
    : records({ type: 'MailAbandoned', data: { attempts: attempt, reason } });
