import { type Decision, records } from '#event-sourcing';
import type { MailAccepted } from './mail.events.js';
import type { Mail } from './mail.js';

/** Records that the mail server has taken the mail: also from an attempt that another one has overtaken, for it is true. */
export const acceptMail = (mail: Mail, accepted: MailAccepted['data']): Decision<MailAccepted> =>
  mail.status === 'unknown' || mail.status === 'accepted'
    ? records()
    : records({ type: 'MailAccepted', data: accepted });
