import { TRIES, type CaseCode, type Recovery } from './recovery.js';

/** The code that still opens something at this moment, or null. */
export const liveCode = ({ last, wrong }: Recovery, at: string): CaseCode | null => {
  if (last === null || last.redeemedIn !== null || last.cancelled || at >= last.expiresAt) return null;
  return wrong?.caseId === last.caseId && wrong.count >= TRIES ? null : last;
};
