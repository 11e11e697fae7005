import { records, refuses, type Decision } from '#event-sourcing';
import type { SchoolEvent } from './school.events.js';
import type { School } from './school.js';

/** Makes the count of active managers agree with the user's own stream, after something happened there. */
export const countManager = (
  state: School,
  facts: Readonly<{ userId: string; active: boolean }>,
): Decision<SchoolEvent, 'unknown-school'> => {
  if (state.status === 'unknown') return refuses('unknown-school');
  const { userId, active } = facts;
  if (state.managers.includes(userId) === active) return records();
  return records({ type: active ? 'ManagerAdmitted' : 'ManagerWithdrawn', data: { userId } });
};
