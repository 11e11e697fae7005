import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ReadOptions, RecordedEvent, StoredEvent } from '../event-store.js';
import { isKept, keptAbove, keptAfter } from '../kept.js';
import type { RetentionPolicy } from '../retention.js';
import { eventOf } from '../row.js';
import type { Row } from '../row.js';
import type { Connection } from './connection.js';

/** One row of the log as the driver gives it fastest: stream, revision, position, id, type, data, metadata, recorded at. */
type LogRow = readonly [string, number, number, string, string, string, string, number];

const PAGE = 1000;
const EVERYTHING = -1;

const select = (order: 'ASC' | 'DESC'): string => `
  SELECT ? AS stream, revision, position, id, type, data, metadata FROM recorded
  WHERE stream = (SELECT id FROM stream WHERE name = ?)
    AND revision BETWEEN ? AND ? AND recorded_at > ?
  ORDER BY revision ${order} LIMIT ?`;

/** Reads what retention still allows, whether the rest has been purged or not. */
export class Reader {
  readonly #forwards;
  readonly #backwards;
  readonly #first;
  readonly #latest;
  readonly #all;
  readonly #head;
  readonly #last;

  constructor(
    connection: Connection,
    private readonly clock: () => number,
    private readonly retention: RetentionPolicy,
  ) {
    this.#forwards = connection.prepare(select('ASC'));
    this.#backwards = connection.prepare(select('DESC'));
    this.#first = connection.prepare(select('ASC'));
    this.#latest = connection.prepare(select('DESC'));
    this.#all = connection
      .prepare(
        `SELECT s.name, e.revision, e.position, e.id, e.type, e.data, e.metadata, e.recorded_at
         FROM recorded e CROSS JOIN stream s ON s.id = e.stream WHERE e.position > ? ORDER BY e.position LIMIT ?`,
      )
      .raw();
    this.#head = connection.prepare(`SELECT seq FROM sqlite_sequence WHERE name = 'event'`);
    this.#last = connection.prepare('SELECT last FROM stream WHERE name = ?');
  }

  read(
    name: string,
    { from, direction = 'forwards', limit = Infinity }: ReadOptions,
  ): readonly RecordedEvent[] {
    const forwards = direction === 'forwards';
    const retention = this.retention(name);
    const crowdedOut = retention?.maxCount === undefined ? -1 : keptAbove(retention, this.#lastOf(name));
    const lowest = Math.max(crowdedOut + 1, forwards ? (from ?? 0) : 0);
    const highest = forwards ? Number.MAX_SAFE_INTEGER : (from ?? Number.MAX_SAFE_INTEGER);
    const expired = keptAfter(retention, this.clock());
    const count = Number.isFinite(limit) ? limit : EVERYTHING;
    const statement = forwards ? this.#forwards : this.#backwards;
    const bindings = [name, name, lowest, highest, expired, count];
    if (count !== 1) return (statement.all(...bindings) as Row[]).map(eventOf);
    // The end of a stream is what most reads are after: one row in one call of the driver. Its statements are its own: the
    // driver mixes up what `all` and `get` ask of the same one.
    const row = (forwards ? this.#first : this.#latest).get(...bindings) as Row | undefined;
    return row === undefined ? [] : [eventOf(row)];
  }

  async readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    return (await this.readStored(after, limit)).map(eventOf);
  }

  async readStored(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const page: StoredEvent[] = [];
    for (let from = after; page.length < limit; await nextTurn()) {
      const asked = Math.min(limit - page.length, PAGE);
      const rows = this.#all.all(from, asked) as unknown as LogRow[];
      const now = this.clock();
      for (const [stream, revision, position, id, type, data, metadata, recordedAt] of rows) {
        if (this.#isKept(stream, revision, recordedAt, now))
          page.push({ stream, revision, position, id, type, data, metadata });
      }
      if (rows.length < asked || page.length >= limit) break;
      from = rows.at(-1)?.[2] ?? from;
    }
    return page;
  }

  /** Position of the last committed event, of any process; a few microseconds. */
  head(): number {
    return (this.#head.get() as { seq: number } | undefined)?.seq ?? -1;
  }

  #isKept(stream: string, revision: number, recordedAt: number, now: number): boolean {
    const retention = this.retention(stream);
    if (retention === undefined) return true;
    const last = retention.maxCount === undefined ? 0 : this.#lastOf(stream);
    return isKept(retention, { recordedAt, revision, last, now });
  }

  #lastOf(name: string): number {
    return (this.#last.get(name) as { last: number } | undefined)?.last ?? -1;
  }
}
