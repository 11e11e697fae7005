import { records, refuses, type Decision } from '#event-sourcing';
import type { User } from '../user/user.js';
import type { UserEvent } from '../user/user.events.js';
import { mayTakeEffect, standing } from './change-progress.js';
import { changeNamed, type EmailChange } from './email-change.js';

export type LinkRefusal = 'link-not-valid' | 'expired' | 'already-decided';
type Side = Readonly<{
  event: 'NewAddressConfirmed' | 'OldAddressAccepted';
  flag: 'newConfirmed' | 'oldAccepted';
}>;
type Facts = Readonly<{ changeId: string; at: string }>;

/** One side agrees to a pending change; it takes effect in the same append if nothing else is awaited. */
const agree =
  ({ event, flag }: Side) =>
  (user: User, { changeId, at }: Facts): Decision<UserEvent, LinkRefusal> => {
    const change = user.status === 'registered' ? changeNamed(user, changeId) : undefined;
    if (user.status !== 'registered' || !change) return refuses('link-not-valid');
    const now = standing(change, at);
    if (now === 'expired') return refuses('expired');
    if (now === 'vetoed') return refuses('already-decided');
    if (now === 'done') return records();
    const agreed: EmailChange = { ...change, [flag]: true };
    const { schoolId } = user;
    return records<UserEvent>(
      ...(change[flag] ? [] : [{ type: event, data: { schoolId, changeId } }]),
      ...(mayTakeEffect(agreed, at)
        ? [{ type: 'ReferenceEmailChanged' as const, data: { schoolId, changeId, at } }]
        : []),
    );
  };

/** The new address proves that it is read by the person who asked. */
export const confirmNewAddress = agree({ event: 'NewAddressConfirmed', flag: 'newConfirmed' });

/** The old address consents. */
export const acceptEmailChange = agree({ event: 'OldAddressAccepted', flag: 'oldAccepted' });

/** The old address objects; until seven days after the request, even to a change that is already in force (REF-04). */
export const vetoEmailChange = (user: User, { changeId, at }: Facts): Decision<UserEvent, LinkRefusal> => {
  const change = user.status === 'registered' ? changeNamed(user, changeId) : undefined;
  if (user.status !== 'registered' || !change) return refuses('link-not-valid');
  if (change.stage === 'vetoed') return records();
  if (change.stage === 'replaced' || change.stage === 'cancelled') return refuses('already-decided');
  if (at >= change.vetoUntil) return refuses('expired');
  return records({ type: 'ReferenceEmailChangeVetoed', data: { schoolId: user.schoolId, changeId } });
};
