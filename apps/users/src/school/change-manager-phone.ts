import { records, refuses, type Decision } from '#event-sourcing';
import type { SchoolEvent } from './school.events.js';
import type { School } from './school.js';

/** Changes the number that support calls back to say an identifier again. */
export const changeManagerPhone = (
  state: School,
  facts: Readonly<{ managerUserId: string; managerPhone: string; at: string }>,
): Decision<SchoolEvent, 'unknown-school'> => {
  if (state.status === 'unknown') return refuses('unknown-school');
  return state.managerPhone === facts.managerPhone
    ? records()
    : records({ type: 'ManagerPhoneChanged', data: { ...facts } });
};
