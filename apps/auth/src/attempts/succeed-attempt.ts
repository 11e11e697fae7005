import { records, type Decision } from '#event-sourcing';
import type { AttemptSucceeded } from './attempts.events.js';
import type { Limits } from './limits.js';
import { withoutOne, type Standing } from './standing.js';

type Facts = Readonly<{ attemptId: string; reservedAt: string; limits: Limits }>;

/**
 * The right key: the attempt no longer counts, and the failures before it are forgiven (LOG-07). They stay in the
 * 24-hour window, or an attacker would get 25 more guesses each time the owner signs in.
 */
export const succeedAttempt = (
  standing: Standing,
  { attemptId, reservedAt, limits }: Facts,
): Decision<AttemptSucceeded> =>
  records({
    type: 'AttemptSucceeded',
    data: { attemptId, standing: { ...withoutOne(standing, reservedAt, limits), consecutive: 0 } },
  });
