import { secondsBetween } from '../instant.js';
import type { Limits, Window } from './limits.js';
import type { Standing } from './standing.js';

/** Whole seconds until the next attempt is admitted; 0 when it is admitted now. */
export const secondsToWait = (standing: Standing, limits: Limits, now: string): number =>
  Math.ceil(
    Math.max(
      0,
      afterFailures(standing, limits, now),
      ...limits.windows.map((window) => forWindow(standing, window, limits.slot, now)),
    ),
  );

/** The growing pause after the free failures. */
const afterFailures = ({ consecutive, lastAt }: Standing, { backOff }: Limits, now: string): number => {
  if (!backOff || lastAt === null || consecutive < backOff.free) return 0;
  const pause = Math.min(backOff.first * 2 ** (consecutive - backOff.free), backOff.ceiling);
  return pause - secondsBetween(lastAt, now);
};

/** Until enough of the attempts have left this window, the oldest first; below 0 when they have. */
const forWindow = ({ recent }: Standing, { limit, seconds }: Window, slot: number, now: string): number => {
  let excess = recent.reduce((sum, { count }) => sum + count, 0) - limit;
  if (excess < 0) return 0;
  for (const { at, count } of recent) {
    excess -= count;
    if (excess < 0) return seconds + slot - secondsBetween(at, now);
  }
  return 0;
};
