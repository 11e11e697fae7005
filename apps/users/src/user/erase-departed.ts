import { records, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Erases somebody who has been deactivated for as long as we keep them; who was reactivated in the meantime stays. */
export const eraseDeparted = (user: User): Decision<UserEvent> =>
  user.status === 'registered' && !user.active
    ? records({
        type: 'UserErased',
        data: { schoolId: user.schoolId, reason: 'retention', operators: ['retention'] },
      })
    : records();
