/** What a client expects of a stream. */
export type Expected = number | 'any' | 'no-stream' | 'stream-exists';

export type Check =
  | Readonly<{ kind: 'append' }>
  | Readonly<{ kind: 'repeated'; revision: number }>
  | Readonly<{ kind: 'wrong-version' }>;

export type Facts = Readonly<{
  /** Revision of the stream's last event, -1 without any. */
  last: number;
  /** Deleted softly: may be written again from the start. */
  deleted: boolean;
  /** Id of the event at a revision. */
  idAt(revision: number): string | undefined;
  /** Revision of an event that was recorded lately in this stream. */
  recent(id: string): number | undefined;
}>;

/** Whether events may be appended, as EventStoreDB decides it: repetitions are told by the ids behind the expected revision. */
export function checkAppend(expected: Expected, ids: readonly string[], facts: Facts): Check {
  if (expected === 'any' || expected === 'stream-exists') {
    if (expected === 'stream-exists' && (facts.last < 0 || facts.deleted)) return { kind: 'wrong-version' };
    return checkRecent(ids, facts);
  }
  const after = expected === 'no-stream' ? -1 : expected;
  if (after > facts.last) return { kind: 'wrong-version' };
  if (after === facts.last) return { kind: 'append' };
  if (ids.length > 0 && ids.every((id, index) => facts.idAt(after + 1 + index) === id))
    return { kind: 'repeated', revision: after + ids.length };
  return expected === 'no-stream' && facts.deleted ? { kind: 'append' } : { kind: 'wrong-version' };
}

/** Best effort, as there: with no revision to go by, only what is remembered counts. */
function checkRecent(ids: readonly string[], { recent }: Facts): Check {
  const revisions = ids.map(recent);
  if (revisions[0] === undefined) return { kind: 'append' };
  const last = revisions.at(-1);
  if (last === undefined || revisions.includes(undefined)) return { kind: 'wrong-version' };
  return { kind: 'repeated', revision: last };
}
