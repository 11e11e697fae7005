import type { User } from './user.js';

export type Permission = 'allowed' | 'not-allowed' | 'unknown-user' | 'foreign-user';

/** Whether this user runs their school: an active manager, read from their own stream (invariant 3). */
export const runsTheirSchool = (actor: User): boolean =>
  actor.status === 'registered' && actor.active && actor.role === 'manager';

/**
 * Whether the actor may see and change the other user. A foreign user is told apart only for the security log: the caller must
 * answer it exactly as an unknown one (REF-05).
 */
export const mayManage = (actor: User, other: User): Permission => {
  if (actor.status !== 'registered' || !runsTheirSchool(actor)) return 'not-allowed';
  if (other.status !== 'registered') return 'unknown-user';
  return other.schoolId === actor.schoolId ? 'allowed' : 'foreign-user';
};
