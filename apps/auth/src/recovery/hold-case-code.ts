import { records, refuses, type Decision } from '#event-sourcing';
import type { Recovery } from './recovery.js';
import type { RecoveryEvent } from './recovery.events.js';

type Facts = Readonly<{
  caseId: string;
  codeId: string;
  hash: string;
  expiresAt: string;
  byMail: boolean;
  factorsLost?: boolean;
  at: string;
}>;

/** Takes note of a code before anybody sees it. The one before it is void: a user has one road back at a time. */
export const holdCaseCode = (
  { last }: Recovery,
  { at, factorsLost = false, ...code }: Facts,
): Decision<RecoveryEvent, 'not-wanted'> => {
  if (last?.codeId === code.codeId) return records();
  if (at >= code.expiresAt) return refuses('not-wanted');
  const voids = last === null ? [] : [last.codeId];
  return records({ type: 'CaseCodeHeld', data: { ...code, ...(factorsLost ? { factorsLost } : {}), voids } });
};
