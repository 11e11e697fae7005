import { records, type Decision } from '#event-sourcing';
import type { AttemptWithdrawn } from './attempts.events.js';
import type { Limits } from './limits.js';
import { withoutOne, type Standing } from './standing.js';

type Facts = Readonly<{ attemptId: string; reservedAt: string; limits: Limits }>;

/** The attempt did not take place: no key was compared, so nothing counts. */
export const withdrawAttempt = (
  standing: Standing,
  { attemptId, reservedAt, limits }: Facts,
): Decision<AttemptWithdrawn> =>
  records({
    type: 'AttemptWithdrawn',
    data: { attemptId, standing: withoutOne(standing, reservedAt, limits) },
  });
