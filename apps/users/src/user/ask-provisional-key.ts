import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

const minute = 60_000;
const day = 24 * 60 * minute;
const askedInADay = 5;

/** Asks that this user be sent a provisional key: at most once a minute and five times in any 24 hours (FRG-08, FRG-14). */
export const askProvisionalKey = (
  user: User,
  facts: Readonly<{ requestId: string; at: string; welcome?: true }>,
): Decision<UserEvent, 'unknown-user' | 'deactivated' | 'too-soon'> => {
  if (user.status !== 'registered') return refuses('unknown-user');
  if (!user.active) return refuses('deactivated');
  if (secondsUntilNextKey(user.keysAskedAt, facts.at) > 0) return refuses('too-soon');
  return records({ type: 'ProvisionalKeyAsked', data: { schoolId: user.schoolId, ...facts } });
};

/** Seconds until another one may be asked for; 0 when it may be now. */
export const secondsUntilNextKey = (askedAt: readonly string[], at: string): number => {
  const now = Date.parse(at);
  const last = askedAt.at(-1);
  const fifthLast = askedAt.at(-askedInADay);
  const waits = [
    last === undefined ? 0 : Date.parse(last) + minute - now,
    fifthLast === undefined ? 0 : Date.parse(fifthLast) + day - now,
  ];
  return Math.max(0, Math.ceil(Math.max(...waits) / 1000));
};
