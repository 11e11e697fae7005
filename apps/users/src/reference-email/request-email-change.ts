import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from '../user/user.js';
import type { EmailSlot, UserEvent } from '../user/user.events.js';
import { sameAddress } from './comparable-email.js';
import { confirmUntil, effectiveFrom, vetoUntil } from './deadlines.js';
import { changeNamed } from './email-change.js';

/** Asks for another address. It waits for its confirmations, and takes the place of a request that still waits (REF-02). */
export const requestEmailChange = (
  user: User,
  facts: Readonly<{
    changeId: string;
    slot: EmailSlot;
    email: string;
    oldAddressUnusable: boolean;
    at: string;
  }>,
): Decision<UserEvent, 'unknown-user' | 'email-unchanged'> => {
  if (user.status !== 'registered') return refuses('unknown-user');
  const { changeId, slot, email, oldAddressUnusable, at } = facts;
  if (changeNamed(user, changeId)) return records();
  if (sameAddress(email, user.addresses.first) || sameAddress(email, user.addresses.second)) {
    return refuses('email-unchanged');
  }
  return records({
    type: 'ReferenceEmailChangeRequested',
    data: {
      schoolId: user.schoolId,
      changeId,
      slot,
      email,
      requestedAt: at,
      confirmUntil: confirmUntil(at),
      vetoUntil: vetoUntil(at),
      effectiveFrom: oldAddressUnusable ? effectiveFrom(at) : null,
    },
  });
};
