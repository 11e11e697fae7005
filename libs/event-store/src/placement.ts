import type { ExpectedRevision } from './event-store.js';

/** What an append may do: record new events from a revision on, answer what it answered before, or nothing. */
export type Placement =
  | Readonly<{ kind: 'new'; from: number }>
  | Readonly<{ kind: 'repeated'; from: number }>
  | Readonly<{ kind: 'conflict' }>;

/** The facts an append is judged on. */
export type StreamFacts = Readonly<{
  /** Revision of the last event ever recorded in the stream, -1 when there was none. */
  last: number;
  /** For each id to append, the revision it already has in this stream. */
  standing: readonly (number | undefined)[];
  /** Whether the event at that revision can still be read; a stream of expired events reads as empty. */
  readable(revision: number): boolean;
}>;

/** Decides where an append goes: all its events at one place, or nowhere. */
export function placeAppend(
  expected: ExpectedRevision,
  { last, standing, readable }: StreamFacts,
): Placement {
  const holdsAfter = (revision: number): boolean => {
    if (expected === 'any') return true;
    // A writer who read an expired stream saw nothing: "none" must let them in, or nobody could ever append again.
    return expected === 'none' ? !readable(revision) : expected === revision;
  };
  const first = standing[0];
  if (standing.every((revision) => revision === undefined)) {
    return holdsAfter(last) ? { kind: 'new', from: last + 1 } : { kind: 'conflict' };
  }
  if (first === undefined) return { kind: 'conflict' };
  const inOneRow = standing.every((revision, index) => revision === first + index);
  return inOneRow && holdsAfter(first - 1) ? { kind: 'repeated', from: first } : { kind: 'conflict' };
}
