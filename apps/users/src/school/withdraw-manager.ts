import { records, refuses, type Decision } from '#event-sourcing';
import type { SchoolEvent } from './school.events.js';
import type { School } from './school.js';

/**
 * Takes this user out of the active managers, before they are deactivated. Two managers who withdraw each other at the same
 * moment meet in this stream: one of them is refused.
 */
export const withdrawManager = (
  state: School,
  facts: Readonly<{ userId: string }>,
): Decision<SchoolEvent, 'last-manager' | 'unknown-school'> => {
  if (state.status === 'unknown') return refuses('unknown-school');
  if (state.managers.every((id) => id === facts.userId)) return refuses('last-manager');
  return state.managers.includes(facts.userId)
    ? records({ type: 'ManagerWithdrawn', data: { userId: facts.userId } })
    : records();
};
