import { records, refuses, type Decision } from '#event-sourcing';
import type { AttemptReserved } from './attempts.events.js';
import type { Limits } from './limits.js';
import { secondsToWait } from './seconds-to-wait.js';
import { counting, type Standing } from './standing.js';

type Facts = Readonly<{ attemptId: string; at: string; limits: Limits }>;

/** Reserves the right to try once. A throttled attempt records nothing: it cannot make the wait longer. */
export const reserveAttempt = (
  standing: Standing,
  { attemptId, at, limits }: Facts,
): Decision<AttemptReserved, 'too-many-attempts'> =>
  secondsToWait(standing, limits, at) > 0
    ? refuses('too-many-attempts')
    : records({
        type: 'AttemptReserved',
        data: { attemptId, standing: counting(standing, at, limits) },
      });
