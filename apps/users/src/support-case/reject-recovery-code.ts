import { records, type Decision } from '#event-sourcing';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

/** So many wrong codes end a case (TEL-10). Auth counts by itself and refuses the sixth. */
const MOST_WRONG_CODES = 5;

/** Auth has heard a wrong code. */
export const rejectRecoveryCode = (
  state: SupportCase,
  { at }: Readonly<{ at: string }>,
): Decision<SupportCaseEvent> => {
  if (state.status !== 'open') return records();
  const rejected: SupportCaseEvent = { type: 'RecoveryCodeRejected', data: { at } };
  return state.wrongCodes + 1 < MOST_WRONG_CODES
    ? records(rejected)
    : records<SupportCaseEvent>(rejected, {
        type: 'CaseClosed',
        data: { at, outcome: 'too-many-wrong-codes' },
      });
};
