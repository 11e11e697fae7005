import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Opens the account again. */
export const reactivateUser = (user: User): Decision<UserEvent, 'unknown-user'> => {
  if (user.status !== 'registered') return refuses('unknown-user');
  return user.active ? records() : records({ type: 'UserReactivated', data: { schoolId: user.schoolId } });
};
