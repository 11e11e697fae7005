import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from '../user/user.js';
import type { EmailSlot, UserEvent } from '../user/user.events.js';
import { vetoUntil } from './deadlines.js';
import { changeNamed } from './email-change.js';

/** Removes the second address, at once; the first one can only be replaced (REF-06). It can be vetoed like any change. */
export const removeEmail = (
  user: User,
  facts: Readonly<{ changeId: string; slot: EmailSlot; at: string }>,
): Decision<UserEvent, 'unknown-user' | 'only-address' | 'email-unchanged'> => {
  if (user.status !== 'registered') return refuses('unknown-user');
  const { changeId, slot, at } = facts;
  if (changeNamed(user, changeId)) return records();
  if (slot === 'first') return refuses('only-address');
  if (user.addresses.second === null) return refuses('email-unchanged');
  return records({
    type: 'ReferenceEmailRemoved',
    data: { schoolId: user.schoolId, changeId, at, vetoUntil: vetoUntil(at) },
  });
};
