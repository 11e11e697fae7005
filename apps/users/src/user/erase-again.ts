import { records, type Decision } from '#event-sourcing';
import type { User } from './user.js';
import type { UserEvent } from './user.events.js';

/** Erases somebody whom an older backup brought back, as the erasure journal says it was decided. */
export const eraseAgain = (
  user: User,
  decided: Readonly<{ reason: string; operators: readonly string[]; requestId?: string }>,
): Decision<UserEvent> =>
  user.status === 'registered'
    ? records({ type: 'UserErased', data: { schoolId: user.schoolId, ...decided } })
    : records();
