import { records, type Decision } from '#event-sourcing';
import type { Recovery } from './recovery.js';
import type { RecoveryEvent } from './recovery.events.js';

/** The case has ended otherwise: its code opens nothing any more. */
export const cancelCaseCode = (
  { last }: Recovery,
  { caseId }: Readonly<{ caseId: string }>,
): Decision<RecoveryEvent> =>
  last === null || last.caseId !== caseId || last.cancelled
    ? records()
    : records({ type: 'CaseCodeCancelled', data: { caseId, codeId: last.codeId } });
