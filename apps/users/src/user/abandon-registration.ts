import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Closes a registration that never came about, so that its identifier can be given to another. */
export const abandonRegistration = (user: User): Decision<UserEvent, 'user-exists'> => {
  if (user.status === 'abandoned') return records();
  return user.status === 'unknown'
    ? records({ type: 'RegistrationAbandoned', data: {} })
    : refuses('user-exists');
};
