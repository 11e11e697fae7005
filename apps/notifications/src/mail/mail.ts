import { type Aggregate, unreachable } from '#event-sourcing';
import type { MailEvent } from './mail.events.js';
import type { MailRequest } from './mail-request.js';

type Underway = Readonly<{
  request: MailRequest;
  /** Attempts made so far. */
  attempts: number;
  /** Keyed digests of the addresses that have it already. */
  reached: readonly string[];
}>;

export type WaitingMail = Underway & Readonly<{ status: 'waiting'; dueAt: string }>;
export type AttemptedMail = Underway & Readonly<{ status: 'attempted'; until: string }>;

/** One mail for one reason, from the request to the mail server's acceptance. */
export type Mail =
  | Readonly<{ status: 'unknown' }>
  | WaitingMail
  | AttemptedMail
  | Readonly<{ status: 'accepted'; request: MailRequest; issueId: string | null }>
  | Readonly<{ status: 'abandoned'; request: MailRequest }>;

export const isUnderway = (mail: Mail): mail is WaitingMail | AttemptedMail =>
  mail.status === 'waiting' || mail.status === 'attempted';

const evolve = (mail: Mail, event: MailEvent): Mail => {
  switch (event.type) {
    case 'MailRequested':
      return { status: 'waiting', request: event.data, attempts: 0, reached: [], dueAt: event.data.askedAt };
    case 'MailAttempted':
      if (!isUnderway(mail)) return mail;
      return {
        status: 'attempted',
        request: mail.request,
        attempts: event.data.attempt,
        reached: mail.reached,
        until: event.data.until,
      };
    case 'MailFailed':
      if (!isUnderway(mail)) return mail;
      return {
        status: 'waiting',
        request: mail.request,
        attempts: mail.attempts,
        reached: event.data.reached,
        dueAt: event.data.retryAt,
      };
    case 'MailAccepted':
      if (mail.status === 'unknown') return mail;
      return { status: 'accepted', request: mail.request, issueId: event.data.issueId };
    case 'MailAbandoned':
      if (mail.status === 'unknown') return mail;
      return { status: 'abandoned', request: mail.request };
    default:
      return unreachable(event);
  }
};

export const mail: Aggregate<Mail, MailEvent> = { category: 'mail', initial: { status: 'unknown' }, evolve };
