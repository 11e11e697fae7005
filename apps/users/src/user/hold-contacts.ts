import { records, type Decision } from '#event-sourcing';
import { pendingChange } from '../reference-email/email-change.js';
import type { UserEvent } from './user.events.js';
import type { User } from './user.js';

type Facts = Readonly<{ caseId: string; until: string }>;

/**
 * Holds this manager's addresses and phone as they are, until then; a longer hold stays. A change of address that was pending is cancelled in
 * the same append: it must not take effect after a recovery, by whoever asked for it before (TEL-09).
 */
export const holdContacts = (user: User, { caseId, until }: Facts): Decision<UserEvent> => {
  if (user.status !== 'registered') return records();
  const { schoolId, contactsHeldUntil } = user;
  const pending = pendingChange(user);
  const isLonger = contactsHeldUntil === null || contactsHeldUntil < until;
  return records<UserEvent>(
    ...(isLonger ? [{ type: 'ContactsHeld' as const, data: { schoolId, caseId, until } }] : []),
    ...(pending === undefined
      ? []
      : [
          {
            type: 'ReferenceEmailChangeCancelled' as const,
            data: { schoolId, caseId, changeId: pending.changeId },
          },
        ]),
  );
};

/** Whether they are held now. */
export const contactsAreHeld = (user: User, at: string): boolean =>
  user.status === 'registered' && user.contactsHeldUntil !== null && at < user.contactsHeldUntil;
