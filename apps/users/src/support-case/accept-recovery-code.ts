import { records, type Decision } from '#event-sourcing';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

/** Auth has opened the page where a key is chosen. */
export const acceptRecoveryCode = (
  state: SupportCase,
  { at }: Readonly<{ at: string }>,
): Decision<SupportCaseEvent> =>
  state.status === 'open' && state.recovery !== null && !state.recovery.accepted
    ? records({ type: 'RecoveryCodeAccepted', data: { at } })
    : records();
