import { records, refuses, type Decision } from '#event-sourcing';
import { liveCode } from './live-code.js';
import type { Recovery } from './recovery.js';
import type { RecoveryEvent } from './recovery.events.js';

type Facts = Readonly<{ codeId: string; hash: string; at: string }>;

/** Takes note of the second proof before it is mailed (TEL-06); only for the code that asked for one. */
export const holdCaseProof = (
  state: Recovery,
  { codeId, hash, at }: Facts,
): Decision<RecoveryEvent, 'not-wanted'> => {
  const live = liveCode(state, at);
  if (live === null || live.codeId !== codeId || !live.byMail) return refuses('not-wanted');
  return records({ type: 'CaseProofHeld', data: { caseId: live.caseId, codeId, hash } });
};
