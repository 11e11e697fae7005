import { records, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Holds this manager's addresses and phone as they are, until then; a longer hold stays (TEL-09). */
export const holdContacts = (
  user: User,
  { caseId, until }: Readonly<{ caseId: string; until: string }>,
): Decision<UserEvent> => {
  if (user.status !== 'registered') return records();
  if (user.contactsHeldUntil !== null && user.contactsHeldUntil >= until) return records();
  return records({ type: 'ContactsHeld', data: { schoolId: user.schoolId, caseId, until } });
};

/** Whether they are held now. */
export const contactsAreHeld = (user: User, at: string): boolean =>
  user.status === 'registered' && user.contactsHeldUntil !== null && at < user.contactsHeldUntil;
