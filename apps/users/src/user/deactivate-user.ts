import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Closes the account; the school stream has already let a manager go (`withdrawManager`). */
export const deactivateUser = (user: User): Decision<UserEvent, 'unknown-user'> => {
  if (user.status !== 'registered') return refuses('unknown-user');
  return user.active ? records({ type: 'UserDeactivated', data: { schoolId: user.schoolId } }) : records();
};
