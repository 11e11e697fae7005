import { parisInstant } from '#contracts';
import { Refused } from '../terminal/answer.js';

const WITH_ZONE = /^(\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,3})?)?)(?:Z|[+-]\d{2}:\d{2})$/;
const WALL = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2})?)?$/;

/**
 * An instant somebody typed, as ISO 8601 in UTC with milliseconds: with its zone, or as the clocks in Paris show it, as the answers do;
 * a day alone begins at midnight there. Throws Refused for anything else: `Date` reads much that nobody meant.
 */
export const instantOf = (typed: string): string => {
  const [, wall] = WITH_ZONE.exec(typed) ?? [];
  if (wall !== undefined && parisInstant(wall) !== null && !Number.isNaN(Date.parse(typed)))
    return new Date(typed).toISOString();
  const paris = WALL.test(typed) ? parisInstant(typed.includes('T') ? typed : `${typed}T00:00`) : null;
  if (paris === null) throw new Refused('not-an-instant');
  return paris;
};

/** The same, of something that has been. Throws Refused for what is still to come: the log would tell of today as if it were then. */
export const pastInstantOf = (typed: string, now: string): string => {
  const instant = instantOf(typed);
  if (instant > now) throw new Refused('still-to-come');
  return instant;
};

/** What was typed after `--from` and `--until`. Throws Refused where the one comes after the other. */
export const periodOf = ({ from, until }: Readonly<{ from?: string; until?: string }>) => {
  const period = { from: from && instantOf(from), until: until && instantOf(until) };
  if (period.from && period.until && period.from > period.until) throw new Refused('period-backwards');
  return period;
};
