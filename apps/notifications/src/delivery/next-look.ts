import { unreachable } from '#event-sourcing';
import { secondsAfter } from '../mail/instant.js';
import type { MailEvent } from '../mail/mail.events.js';

/** A requested mail leaves at once; only if nobody has taken it by then is it looked at again. */
const GRACE_SECONDS = 5;

/** When a mail deserves another look after this event of `at`, or null when it is settled. */
export const nextLook = (event: MailEvent, at: string): string | null => {
  switch (event.type) {
    case 'MailRequested':
      return secondsAfter(at, GRACE_SECONDS);
    case 'MailAttempted':
      return event.data.until;
    case 'MailFailed':
      return event.data.retryAt;
    case 'MailAccepted':
    case 'MailAbandoned':
      return null;
    default:
      return unreachable(event);
  }
};
