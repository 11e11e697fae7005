import { records, type Decision } from '#event-sourcing';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

/** The manager chose a key after their code: that is what the case was for. */
export const completeRecovery = (
  state: SupportCase,
  { at }: Readonly<{ at: string }>,
): Decision<SupportCaseEvent> =>
  state.status === 'open' && state.recovery?.accepted === true
    ? records(
        { type: 'RecoveryCompleted', data: { at } },
        { type: 'CaseClosed', data: { at, outcome: 'recovered' } },
      )
    : records();
