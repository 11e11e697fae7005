import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

const week = 7 * 24 * 3_600_000;
const casesAWeek = 3;

/** Counts a case of support for this account: three in any seven days (TEL-10). */
export const countSupportCase = (
  user: User,
  { caseId, at }: Readonly<{ caseId: string; at: string }>,
): Decision<UserEvent, 'unknown-user' | 'deactivated' | 'too-many-cases'> => {
  if (user.status !== 'registered') return refuses('unknown-user');
  if (!user.active) return refuses('deactivated');
  if (user.supportCases.some((counted) => counted.caseId === caseId)) return records();
  const thirdLast = user.supportCases.at(-casesAWeek);
  if (thirdLast !== undefined && Date.parse(at) - Date.parse(thirdLast.at) < week) {
    return refuses('too-many-cases');
  }
  return records({ type: 'SupportCaseCounted', data: { schoolId: user.schoolId, caseId, at } });
};
