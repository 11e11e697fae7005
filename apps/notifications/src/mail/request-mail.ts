import { type Decision, records } from '#event-sourcing';
import { deadlineOf } from './deadline.js';
import type { MailRequest } from './mail-request.js';
import type { MailRequested } from './mail.events.js';
import type { Mail } from './mail.js';

/** Requests a mail once; asked again, or past its deadline (a service that is being rebuilt), it records nothing. */
export const requestMail = (mail: Mail, request: MailRequest, now: string): Decision<MailRequested> =>
  mail.status !== 'unknown' || now >= deadlineOf(request)
    ? records()
    : records({ type: 'MailRequested', data: request });
