import { setImmediate as nextTurn } from 'node:timers/promises';
import { keptAbove, keptAfter } from '../kept.js';
import type { RetentionPolicy } from '../retention.js';
import type { Connection } from './connection.js';
import type { Beginning, Remover } from './remover.js';

/** An event, and of its stream: the number of its row, its name, the revision of its last event. */
type Row = Readonly<{
  position: number;
  revision: number;
  recordedAt: number;
  stream: number;
  name: string;
  last: number;
}>;

/** So many events are looked at, and about as many removed, in one transaction: a few milliseconds. */
const EVENTS = 100;

/**
 * Removes what has expired. Events expire in the order they were recorded, each age by itself: it remembers how far it got with each, so
 * that a purge costs what was recorded and what fell due since the one before, and not what there is. A process begins with all there is, once:
 * retention may have been declared otherwise before it started.
 */
export class Purge {
  readonly #after;
  /** Up to here events were looked at for the first time. */
  #seen = -1;
  /** Up to where events of an age (seconds) have expired and are gone. */
  readonly #gone = new Map<number, number>();

  constructor(
    connection: Connection,
    private readonly remover: Remover,
    private readonly clock: () => number,
    private readonly retention: RetentionPolicy,
  ) {
    this.#after = connection.prepare(`
      SELECT e.position, e.revision, e.recorded_at AS recordedAt, s.id AS stream, s.name, s.last
      FROM event e CROSS JOIN stream s ON s.id = e.stream WHERE e.position > ? ORDER BY e.position LIMIT ${EVENTS}`);
  }

  /** Removes every expired event, giving way between transactions, for as long as it is `wanted`; answers how many. */
  async run(wanted: () => boolean): Promise<number> {
    let removed = 0;
    const goThrough = async (next: () => number | undefined) => {
      while (wanted()) {
        const count = next();
        if (count === undefined) return;
        removed += count;
        await nextTurn();
      }
    };
    await goThrough(() => this.#lookOn());
    for (const maxAge of [...this.#gone.keys()]) await goThrough(() => this.#expire(maxAge));
    return removed;
  }

  /** Looks at events for the first time: what they crowd out leaves at once, and from the first of an age on it is waited for. */
  #lookOn(): number | undefined {
    const rows = this.#rowsAfter(this.#seen);
    const crowdedOut: Row[] = [];
    for (const row of rows) {
      const retention = this.retention(row.name);
      const { maxAge, maxCount } = retention ?? {};
      if (maxAge !== undefined && !this.#gone.has(maxAge)) this.#gone.set(maxAge, row.position - 1);
      // Of those that come later in this stream each takes out as many again.
      if (maxCount !== undefined)
        crowdedOut.push({ ...row, revision: Math.min(row.revision, keptAbove(retention, row.last)) });
    }
    const removed = this.remover.remove(beginningsOf(crowdedOut));
    this.#seen = rows.at(-1)?.position ?? this.#seen;
    return rows.length === 0 ? undefined : removed;
  }

  /** Goes on where events of this age began to be kept; undefined when the next is not due. */
  #expire(maxAge: number): number | undefined {
    const rows = this.#rowsAfter(this.#gone.get(maxAge) ?? -1);
    const expired = keptAfter({ maxAge }, this.clock());
    const kept = rows.findIndex(({ recordedAt }) => recordedAt > expired);
    const due = kept === -1 ? rows : rows.slice(0, kept);
    const last = due.at(-1);
    if (last === undefined) return undefined;
    const removed = this.remover.remove(
      beginningsOf(due.filter(({ name }) => this.retention(name)?.maxAge === maxAge)),
    );
    this.#gone.set(maxAge, last.position);
    return removed;
  }

  #rowsAfter(position: number): readonly Row[] {
    return this.#after.all(position) as Row[];
  }
}

/** Each stream up to its last event of these. */
const beginningsOf = (rows: readonly Row[]): readonly Beginning[] => {
  const through = new Map<number, number>();
  for (const { stream, revision } of rows)
    if (revision >= 0) through.set(stream, Math.max(revision, through.get(stream) ?? -1));
  return [...through].map(([stream, revision]) => ({ stream, through: revision }));
};
