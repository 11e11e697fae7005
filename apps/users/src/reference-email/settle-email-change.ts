import { records, type Decision } from '#event-sourcing';
import type { User } from '../user/user.js';
import type { UserEvent } from '../user/user.events.js';
import { mayTakeEffect } from './change-progress.js';
import { changeNamed } from './email-change.js';

/** Records that a change took effect because its cool-off has passed; otherwise nothing. */
export const settleEmailChange = (
  user: User,
  { changeId, at }: Readonly<{ changeId: string; at: string }>,
): Decision<UserEvent> => {
  if (user.status !== 'registered') return records();
  const change = changeNamed(user, changeId);
  return change?.stage === 'pending' && mayTakeEffect(change, at)
    ? records({ type: 'ReferenceEmailChanged', data: { schoolId: user.schoolId, changeId, at } })
    : records();
};
