import { records, refuses, type Decision } from '#event-sourcing';
import { hasChanged, type CaseRefusal, type PhoneOnFile } from './case-refusal.js';
import { requestLapsesAt } from './deadlines.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{ operatorId: string; at: string; phone: PhoneOnFile }>;

/** A second operator looks at the case and agrees; never the one who opened it (TEL-04). */
export const approveRecovery = (
  state: SupportCase,
  { operatorId, at, phone }: Facts,
): Decision<SupportCaseEvent, CaseRefusal> => {
  if (state.status === 'unknown') return refuses('unknown-case');
  if (state.status === 'closed') return refuses('case-closed');
  if (state.openedBy === operatorId) return refuses('same-operator');
  if (state.recovery === null) return refuses('not-requested');
  if (at >= requestLapsesAt(state.recovery.availableFrom)) return refuses('request-lapsed');
  if (hasChanged(state, phone)) return refuses('number-changed');
  if (state.recovery.approvedBy !== null) return records();
  const { userId, numberEnding } = state;
  return records({ type: 'RecoveryApproved', data: { operatorId, at, userId, numberEnding } });
};
