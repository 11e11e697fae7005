import { records, refuses, type Decision } from '#event-sourcing';
import type { CaseRefusal } from './case-refusal.js';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

type Facts = Readonly<{ operatorId: string; at: string }>;

/** Any operator may end a case: stopping is always safe. */
export const closeCase = (
  state: SupportCase,
  { operatorId, at }: Facts,
): Decision<SupportCaseEvent, CaseRefusal> => {
  if (state.status === 'unknown') return refuses('unknown-case');
  if (state.status === 'closed') return records();
  const outcome = state.disclosed && state.recovery === null ? 'identifier-given' : 'abandoned';
  return records({ type: 'CaseClosed', data: { at, outcome, operatorId } });
};
