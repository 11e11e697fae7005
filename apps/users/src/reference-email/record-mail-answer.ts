import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from '../user/user.js';
import type { UserEvent } from '../user/user.events.js';
import type { MailAnswer } from './mail-answer.js';

type Recorded = Extract<UserEvent, { type: 'ReferenceEmailRefused' | 'ReferenceEmailReached' }>;

/**
 * Notes that mail to somebody is refused for good, and that it arrives again (EML-07): each once, when it changes. What is told again, or
 * of a time before the addresses in force, changes nothing: a service that is rebuilt tells old news.
 */
export const recordMailAnswer = (
  user: User,
  { refused, at }: MailAnswer,
): Decision<Recorded, 'unknown-user'> => {
  if (user.status !== 'registered') return refuses('unknown-user');
  const { mailAnswer, changes, schoolId } = user;
  const known = [mailAnswer?.at, ...changes.map(({ inForceSince }) => inForceSince)];
  if (known.some((instant) => typeof instant === 'string' && at <= instant)) return records();
  if (refused === (mailAnswer?.refused ?? false)) return records();
  return records({
    type: refused ? 'ReferenceEmailRefused' : 'ReferenceEmailReached',
    data: { schoolId, at },
  });
};
