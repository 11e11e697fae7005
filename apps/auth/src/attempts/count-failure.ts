import { records, type Decision } from '#event-sourcing';
import type { AttemptFailed } from './attempts.events.js';
import type { Limits } from './limits.js';
import { counting, type Standing } from './standing.js';

type Facts = Readonly<{ attemptId: string; at: string; limits: Limits }>;

/** A failure in a bucket that many people share: nothing was recorded of the attempt before (LOG-05). */
export const countFailure = (standing: Standing, { attemptId, at, limits }: Facts): Decision<AttemptFailed> =>
  records({ type: 'AttemptFailed', data: { attemptId, standing: counting(standing, at, limits) } });
