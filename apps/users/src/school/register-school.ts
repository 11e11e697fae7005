import { records, type Decision } from '#event-sourcing';
import type { SchoolEvent } from './school.events.js';
import type { School } from './school.js';

/** Registers the school; its manager is admitted once they are registered themselves. */
export const registerSchool = (
  state: School,
  facts: Readonly<{ name: string; managerUserId: string; managerPhone: string }>,
): Decision<SchoolEvent> =>
  state.status === 'unknown' ? records({ type: 'SchoolRegistered', data: { ...facts } }) : records();
