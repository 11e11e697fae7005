import type { Absence } from './absence.js';
import type { Finding } from './finding.js';

/** What verifying a store found. The log is sound when there is no finding. */
export type Verdict = Readonly<{
  /** In the order of the log, the first wrong place first; not more than a hundred. */
  findings: readonly Finding[];
  /** Events that stand in the store and were verified. */
  events: number;
  /** Leaves of the log. */
  leaves: number;
  /** Events under the largest checkpoint that was verified. */
  signed: number;
  /** Events after it: their chains were verified; that none of them is missing is not proved yet. */
  unsigned: number;
  /** Events that are gone as declared. */
  absent: Readonly<Record<Absence, number>>;
}>;
