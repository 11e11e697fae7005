import { records, refuses, type Decision } from '#event-sourcing';
import { liveCode } from './live-code.js';
import type { Recovery } from './recovery.js';
import type { RecoveryEvent } from './recovery.events.js';

type Facts = Readonly<{ codeId: string; sessionId: string; at: string }>;

/** Uses the code, once: of two who type it at the same moment one wins (EVT-08). */
export const redeemCaseCode = (
  state: Recovery,
  { codeId, sessionId, at }: Facts,
): Decision<RecoveryEvent, 'no-longer-valid'> => {
  const live = liveCode(state, at);
  if (live === null || live.codeId !== codeId) return refuses('no-longer-valid');
  return records({ type: 'CaseCodeRedeemed', data: { caseId: live.caseId, codeId, sessionId } });
};
