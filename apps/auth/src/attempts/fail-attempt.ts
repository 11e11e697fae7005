import { records, type Decision } from '#event-sourcing';
import type { AttemptFailed } from './attempts.events.js';
import { CONSECUTIVE_FAILURES_ALLOWED } from './limits.js';
import type { Standing } from './standing.js';

/** The wrong key. The reservation counted already, so the standing stays. */
export const failAttempt = (
  standing: Standing,
  { attemptId }: { attemptId: string },
): Decision<AttemptFailed> => records({ type: 'AttemptFailed', data: { attemptId, standing } });

/** Whether the key that was guessed at must be disabled (LOG-03, NIST 800-63B-4 3.2.2). */
export const tooManyInARow = ({ consecutive }: Standing): boolean =>
  consecutive >= CONSECUTIVE_FAILURES_ALLOWED;
