import type { Problem } from './problem-text.js';
import type { Candidate } from './read-row.js';

/** What becomes of a row. `present`: an earlier run has added this person already. */
export type Outcome = Readonly<{
  candidate: Candidate;
  status: 'ready' | 'present' | 'error' | 'added';
  problems: readonly Problem[];
  userId?: string;
}>;

/** How many rows have each status. */
export const totalsOf = (outcomes: readonly Outcome[]) => {
  const count = (status: Outcome['status']) => outcomes.filter((outcome) => outcome.status === status).length;
  return {
    rows: outcomes.length,
    ready: count('ready'),
    added: count('added'),
    present: count('present'),
    errors: count('error'),
  };
};
