import { type Decision, records, refuses } from '#event-sourcing';
import { deadlineOf } from './deadline.js';
import { secondsAfter } from './instant.js';
import type { MailAbandoned, MailAttempted } from './mail.events.js';
import { isUnderway, type Mail } from './mail.js';

/**
 * How long an attempt belongs to who reserved it. Longer than an attempt can last (see the deadline of the mailer),
 * so that whoever takes over knows the first one is dead, not slow.
 */
export const ATTEMPT_SECONDS = 90;

export type AttemptRefusal = 'unknown-mail' | 'settled' | 'in-progress' | 'not-due';

/** Reserves the next attempt before anything is sent, so that of two workers one alone sends the mail. */
export const attemptMail = (
  mail: Mail,
  now: string,
): Decision<MailAttempted | MailAbandoned, AttemptRefusal> => {
  if (mail.status === 'unknown') return refuses('unknown-mail');
  if (!isUnderway(mail)) return refuses('settled');
  if (mail.status === 'attempted' && now < mail.until) return refuses('in-progress');
  if (mail.status === 'waiting' && now < mail.dueAt) return refuses('not-due');
  if (now >= deadlineOf(mail.request)) {
    return records({ type: 'MailAbandoned', data: { attempts: mail.attempts, reason: 'too-late' } });
  }
  const until = secondsAfter(now, ATTEMPT_SECONDS);
  return records({ type: 'MailAttempted', data: { attempt: mail.attempts + 1, until } });
};
