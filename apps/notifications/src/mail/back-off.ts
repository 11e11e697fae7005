import { secondsAfter } from './instant.js';

const MINUTE = 60;
const HOUR = 60 * MINUTE;

/** Seconds to wait after the first, second … failed attempt; the last one repeats. */
const waits = [5, 30, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR] as const;

/** When to try again after that many attempts (at least one). */
export const retryAt = (now: string, attempts: number): string =>
  secondsAfter(now, waits[attempts - 1] ?? HOUR);
