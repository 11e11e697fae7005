import { records, refuses, type Decision } from '#event-sourcing';
import type { SupportCase } from './support-case.js';
import type { SupportCaseEvent } from './support-case.events.js';

/** "This was not me", from any address that was told: the case is over, whatever it had come to (TEL-07). */
export const vetoCase = (
  state: SupportCase,
  { at }: Readonly<{ at: string }>,
): Decision<SupportCaseEvent, 'unknown-case' | 'already-decided'> => {
  if (state.status === 'unknown') return refuses('unknown-case');
  if (state.status === 'open') return records({ type: 'CaseVetoed', data: { at } });
  return state.outcome === 'vetoed' ? records() : refuses('already-decided');
};
