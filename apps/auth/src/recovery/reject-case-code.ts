import { records, type Decision } from '#event-sourcing';
import { liveCode } from './live-code.js';
import type { Recovery } from './recovery.js';
import type { RecoveryEvent } from './recovery.events.js';

/** A wrong code was typed while this one was good. The fifth is the end of it (TEL-10). */
export const rejectCaseCode = (
  state: Recovery,
  { codeId, at }: Readonly<{ codeId: string; at: string }>,
): Decision<RecoveryEvent> => {
  const live = liveCode(state, at);
  return live?.codeId === codeId
    ? records({ type: 'CaseCodeRejected', data: { caseId: live.caseId, codeId } })
    : records();
};
