import { later } from '../instant.js';
import { longestWindow, type Limits } from './limits.js';

/** How often a bucket was tried, by the moment (or the start of the slot of time) the tries fell in; oldest first. */
export type Tries = readonly Readonly<{ at: string; count: number }>[];

/**
 * What a bucket remembers of its attempts. Every event carries it whole, so that the last event alone settles the
 * state: a sign-in reads one event of a stream, however long it has been attacked (invariant 9).
 */
export type Standing = Readonly<{
  /** Failures since the last success. A reservation counts as one until it succeeds (LOG-06). */
  consecutive: number;
  /** When the last attempt was reserved; null before the first one. */
  lastAt: string | null;
  recent: Tries;
}>;

export const untried: Standing = { consecutive: 0, lastAt: null, recent: [] };

/** The standing once one more attempt is reserved. What lies before the longest window is forgotten. */
export const counting = (standing: Standing, at: string, limits: Limits): Standing => {
  const horizon = later(at, -longestWindow(limits) - limits.slot);
  const kept = standing.recent.filter((tries) => tries.at > horizon);
  const last = kept.at(-1);
  const own = slotOf(at, limits);
  // Told late, of a slot that is over: it counts in the one that came after.
  const slot = last !== undefined && last.at > own ? last.at : own;
  return {
    consecutive: standing.consecutive + 1,
    lastAt: at,
    recent:
      last?.at === slot
        ? [...kept.slice(0, -1), { at: slot, count: last.count + 1 }]
        : [...kept, { at: slot, count: 1 }],
  };
};

/** The standing as if so many more had been tried just now. */
export const withMore = (standing: Standing, more: number, at: string, limits: Limits): Standing => ({
  ...standing,
  recent: [...standing.recent, { at: slotOf(at, limits), count: more }],
});

/** The standing as if the attempt reserved then had never counted. */
export const withoutOne = (standing: Standing, reservedAt: string, limits: Limits): Standing => {
  const slot = slotOf(reservedAt, limits);
  const index = standing.recent.findIndex(({ at }) => at === slot);
  return {
    ...standing,
    consecutive: Math.max(0, standing.consecutive - 1),
    recent: standing.recent
      .map((tries, position) => (position === index ? { ...tries, count: tries.count - 1 } : tries))
      .filter(({ count }) => count > 0),
  };
};

/** The start of the slot of time an instant falls in; without slots, the instant itself. */
const slotOf = (at: string, { slot }: Limits): string =>
  slot === 0 ? at : new Date(Math.floor(Date.parse(at) / (slot * 1000)) * slot * 1000).toISOString();
