import { records, refuses, type Decision } from '#event-sourcing';
import { namesThePerson } from './names-the-person.js';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Records that somebody reads who a user is, before they do. Of an erased person there is nothing left to read. */
export const unlockRecord = (
  user: User,
  facts: Readonly<{ caseId: string; reason: string; operator: string }>,
): Decision<UserEvent, 'unknown-user' | 'reason-names-the-person'> => {
  if (user.status === 'erased') return records();
  if (user.status !== 'registered') return refuses('unknown-user');
  if (namesThePerson(`${facts.caseId} ${facts.reason}`, user)) return refuses('reason-names-the-person');
  return records({ type: 'RecordUnlocked', data: { schoolId: user.schoolId, ...facts } });
};
