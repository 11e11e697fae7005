import { type Decision, records } from '#event-sourcing';
import { retryAt } from './back-off.js';
import { deadlineOf } from './deadline.js';
import type { MailAbandoned, MailFailed, PassingFailure } from './mail.events.js';
import type { Mail } from './mail.js';

export type Failure = Readonly<{
  attempt: number;
  reason: PassingFailure;
  reached: readonly string[];
  now: string;
}>;

/** Plans the next attempt, or gives up where it would come too late. The failure of an attempt already overtaken changes nothing. */
export const failMail = (mail: Mail, failure: Failure): Decision<MailFailed | MailAbandoned> => {
  const { attempt, reason, reached, now } = failure;
  if (mail.status !== 'attempted' || mail.attempts !== attempt) return records();
  const next = retryAt(now, attempt);
  return next < deadlineOf(mail.request)
    ? records({ type: 'MailFailed', data: { attempt, reason, retryAt: next, reached } })
    : records({ type: 'MailAbandoned', data: { attempts: attempt, reason: 'too-late' } });
};
