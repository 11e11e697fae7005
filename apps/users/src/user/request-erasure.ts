import { records, refuses, type Decision } from '#event-sourcing';
import { namesThePerson } from './names-the-person.js';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Notes that an operator wants a person erased. The last request counts. */
export const requestErasure = (
  user: User,
  facts: Readonly<{ requestId: string; operator: string; reason: string; at: string; expiresAt: string }>,
): Decision<UserEvent, 'unknown-user' | 'already-erased' | 'reason-names-the-person'> => {
  if (user.status === 'erased') return refuses('already-erased');
  if (user.status !== 'registered') return refuses('unknown-user');
  if (namesThePerson(facts.reason, user)) return refuses('reason-names-the-person');
  return records({ type: 'ErasureRequested', data: { schoolId: user.schoolId, ...facts } });
};
