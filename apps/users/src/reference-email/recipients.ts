import type { GetRecipient, PayloadOf } from '#contracts';
import type { RegisteredUser } from '../user/user.js';
import { hasLapsed } from './change-progress.js';
import { noticesUntil } from './deadlines.js';
import { changeNamed, type Addresses } from './email-change.js';

type Audience = PayloadOf<typeof GetRecipient>['of'];

/** The addresses a mail about this user goes to now; none when the mail has lost its point. */
export const recipients = (user: RegisteredUser, of: Audience, at: string): readonly string[] => {
  const current = listed(user.addresses);
  if (of.kind === 'identifier') return current;
  if (of.kind === 'references') {
    return of.formerToo ? [...new Set([...current, ...former(user, at)])] : current;
  }
  const change = changeNamed(user, of.changeId);
  if (!change || hasLapsed(change, at)) return [];
  if (of.kind === 'change-new') {
    return change.stage === 'pending' && change.email !== null ? [change.email] : [];
  }
  // Every address is asked or warned beforehand; afterwards, those that were replaced hear of it (the others get the notice).
  if (change.stage === 'pending') return listed(change.before);
  if (change.stage !== 'in-force') return [];
  return listed(change.before).filter((email) => !current.includes(email));
};

const listed = ({ first, second }: Addresses): readonly string[] =>
  [first, second].filter((email) => email !== null);

/** Addresses that were replaced less than seven days ago and still get the notices (REF-04). */
const former = ({ changes }: RegisteredUser, at: string): readonly string[] =>
  changes.flatMap((change) =>
    change.stage === 'in-force' && change.inForceSince !== null && at < noticesUntil(change.inForceSince)
      ? listed(change.before)
      : [],
  );
