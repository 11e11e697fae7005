import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type EventFilter,
  type Named,
  passes,
  type ReadOptions,
  type RecordedEvent,
  type Sought,
  type StoredEvent,
  type Stretch,
} from '../event-store.js';
import { isKept, keptAbove, keptAfter } from '../kept.js';
import type { RetentionPolicy } from '../retention.js';
import { eventOf } from '../row.js';
import type { Row } from '../row.js';
import type { Connection } from './connection.js';
import { LastNaming } from './last-naming.js';
import { logAhead } from './log-ahead.js';
import { logPage, type LogRow, type PageInOne, type PageRow, rowOf, takenApart } from './log-page.js';
import { selectNaming } from './select-naming.js';
import { textOf } from './text-of.js';

/** Rows read at once: longer texts cost more than what they spare. */
const PAGE = 250;
const EVERYTHING = -1;

const bytes = (column: string) => `CAST(${column} AS BLOB) AS ${column}`;

const select = (order: 'ASC' | 'DESC'): string => `
  SELECT ? AS stream, revision, position, ${['id', 'type', 'data', 'metadata'].map(bytes).join()} FROM recorded
  WHERE stream = (SELECT id FROM stream WHERE name = ?)
    AND revision BETWEEN ? AND ? AND recorded_at > ?
  ORDER BY revision ${order} LIMIT ?`;

const readOf = (row: Row): RecordedEvent =>
  eventOf({
    ...row,
    ...{ id: textOf(row.id), type: textOf(row.type), data: textOf(row.data), metadata: textOf(row.metadata) },
  });

/** Reads what retention still allows, whether the rest has been purged or not. */
export class Reader {
  readonly #forwards;
  readonly #backwards;
  readonly #first;
  readonly #latest;
  readonly #pages;
  readonly #rows;
  readonly #naming;
  readonly #lastNaming;
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
    this.#pages = connection.prepare(logPage.inOne).raw();
    this.#rows = connection.prepare(logPage.rowByRow).raw();
    const naming = (named: Named) => connection.prepare(selectNaming(named)).raw();
    this.#naming = { userId: naming('userId'), schoolId: naming('schoolId') };
    this.#lastNaming = new LastNaming(connection);
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
    if (count !== 1) return (statement.all(...bindings) as Row[]).map(readOf);
    // The end of a stream is what most reads are after: one row in one call of the driver. Its statements are its own: the
    // driver mixes up what `all` and `get` ask of the same one.
    const row = (forwards ? this.#first : this.#latest).get(...bindings) as Row | undefined;
    return row === undefined ? [] : [readOf(row)];
  }

  /** By the indexes of the schema. */
  readNaming(named: Named, id: string, { after, upTo }: Stretch): readonly RecordedEvent[] {
    const rows = this.#naming[named].all(...[id, after, upTo], ...[id, after, upTo]) as unknown as PageRow[];
    const now = this.clock();
    return rows
      .map(rowOf)
      .filter((row) => this.#isKept(row, now))
      .map(({ event }) => eventOf(event))
      .filter(({ data }) => data[named] === id);
  }

  lastNaming<Found>(
    named: Named,
    ids: readonly string[],
    sought: Sought<Found>,
  ): readonly (Found | undefined)[] {
    const { retention } = this;
    const now = this.clock();
    return this.#lastNaming.find(named, ids, {
      ...sought,
      retention,
      isKept: (row) => this.#isKept(row, now),
    });
  }

  async readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    return (await this.readStored(after, limit)).map(eventOf);
  }

  /** What retention allows of the pages that a thread reads from the file, to the end of the log. */
  async *storedPages(
    file: string,
    after: number,
    filter: EventFilter,
  ): AsyncGenerator<readonly StoredEvent[]> {
    for await (const { after: from, last, page } of logAhead({ file, after, size: PAGE, filter })) {
      const rows = takenApart(page) ?? this.#filteredRowByRow(from, last, filter);
      const now = this.clock();
      const kept: StoredEvent[] = [];
      for (const row of rows) if (this.#isKept(row, now)) kept.push(row.event);
      if (kept.length > 0) yield kept;
    }
  }

  #filteredRowByRow(after: number, last: number, filter: EventFilter): readonly LogRow[] {
    const rows = this.#rowByRow(after, last - after);
    return rows.filter(({ event }) => event.position <= last && passes(event, filter));
  }

  async readStored(after: number, limit: number): Promise<readonly StoredEvent[]> {
    const page: StoredEvent[] = [];
    for (let from = after; page.length < limit; await nextTurn()) {
      const asked = Math.min(limit - page.length, PAGE);
      const rows = this.#page(from, asked);
      const now = this.clock();
      for (const row of rows) if (this.#isKept(row, now)) page.push(row.event);
      if (rows.length < asked || page.length >= limit) break;
      from = rows.at(-1)?.event.position ?? from;
    }
    return page;
  }

  #page(after: number, limit: number): readonly LogRow[] {
    const [inOne] = this.#pages.all(after, limit) as unknown as [PageInOne];
    return takenApart(inOne) ?? this.#rowByRow(after, limit);
  }

  #rowByRow(after: number, limit: number): readonly LogRow[] {
    return (this.#rows.all(after, limit) as unknown as PageRow[]).map(rowOf);
  }

  #isKept({ event: { stream, revision }, recordedAt, last }: LogRow, now: number): boolean {
    const retention = this.retention(stream);
    return retention === undefined || isKept(retention, { recordedAt, revision, last, now });
  }

  /** Position of the last committed event, of any process; a few microseconds. */
  head(): number {
    return (this.#head.get() as { seq: number } | undefined)?.seq ?? -1;
  }

  #lastOf(name: string): number {
    return (this.#last.get(name) as { last: number } | undefined)?.last ?? -1;
  }
}
