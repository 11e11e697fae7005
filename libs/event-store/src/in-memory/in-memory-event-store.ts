import { StoreUnavailable, StreamDeleted, WrongExpectedRevision } from '../errors.js';
import { EventStore } from '../event-store.js';
import type {
  Appended,
  ExpectedRevision,
  NewEvent,
  ReadOptions,
  RecordedEvent,
  SubscribeOptions,
  Subscription,
} from '../event-store.js';
import { distinctIds } from '../distinct-ids.js';
import { isKept } from '../kept.js';
import { placeAppend } from '../placement.js';
import type { RetentionPolicy } from '../retention.js';
import { eventOf, writtenOf } from '../row.js';
import type { Row } from '../row.js';
import { Subscriptions } from '../subscription/subscriptions.js';

type Stream = { readonly rows: Row[]; readonly revisions: Map<string, number>; deleted: boolean };

/** The event store of specs: the promises of the port, in the memory of one process, for as long as it runs. */
export class InMemoryEventStore extends EventStore {
  readonly #log: (Row | undefined)[] = [];
  readonly #streams = new Map<string, Stream>();
  readonly #listeners = new Set<() => void>();
  readonly #subscriptions = new Subscriptions({
    readAll: (after, limit) => this.readAll(after, limit),
    head: () => this.#log.length - 1,
    onCommit: (listener) => {
      this.#listeners.add(listener);
      return () => this.#listeners.delete(listener);
    },
  });
  readonly #clock: () => number;
  readonly #retention: RetentionPolicy;
  #closed = false;

  /** `clock` in milliseconds, the system's by default; everything is kept for ever unless `retention` says otherwise. */
  constructor(options: { clock?: () => number; retention?: RetentionPolicy } = {}) {
    super();
    this.#clock = options.clock ?? Date.now;
    this.#retention = options.retention ?? (() => undefined);
  }

  override async append(
    name: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    this.#assertOpen();
    const ids = distinctIds(events);
    const stream = this.#stream(name);
    if (stream.deleted) throw new StreamDeleted(name);
    const last = stream.rows.length - 1;
    const placement = placeAppend(expected, {
      last,
      standing: ids.map((id) => stream.revisions.get(id)),
      readable: (revision) => this.#isKept(stream.rows[revision]),
    });
    if (placement.kind === 'conflict') throw new WrongExpectedRevision(name, expected, last);
    if (placement.kind === 'new') this.#record(name, stream, events);
    const revision = placement.from + events.length - 1;
    return { revision, position: stream.rows[revision]?.position ?? -1 };
  }

  override async read(name: string, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    this.#assertOpen();
    const rows = (this.#streams.get(name)?.rows ?? []).filter((row) => this.#isKept(row));
    const { from, direction = 'forwards', limit = Infinity } = options;
    const part =
      direction === 'forwards'
        ? rows.filter((row) => row.revision >= (from ?? 0))
        : rows.filter((row) => row.revision <= (from ?? Infinity)).reverse();
    return part.slice(0, limit).map(eventOf);
  }

  override async readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    this.#assertOpen();
    const page: RecordedEvent[] = [];
    for (let position = after + 1; position < this.#log.length && page.length < limit; position += 1) {
      const row = this.#log[position];
      if (row && this.#isKept(row)) page.push(eventOf(row));
    }
    return page;
  }

  override async head(): Promise<number> {
    this.#assertOpen();
    return this.#log.length - 1;
  }

  override subscribe(options: SubscribeOptions): Subscription {
    this.#assertOpen();
    return this.#subscriptions.start(options);
  }

  override async delete(name: string): Promise<void> {
    this.#assertOpen();
    const stream = this.#stream(name);
    for (const row of stream.rows) this.#log[row.position] = undefined;
    stream.rows.length = 0;
    stream.revisions.clear();
    stream.deleted = true;
  }

  override async close(): Promise<void> {
    this.#closed = true;
    await this.#subscriptions.end();
  }

  #record(name: string, stream: Stream, events: readonly NewEvent[]): void {
    const recordedAt = this.#clock();
    const rows = events.map((event, index) => ({
      ...writtenOf(event),
      stream: name,
      revision: stream.rows.length + index,
      position: this.#log.length + index,
      recordedAt,
    }));
    for (const row of rows) {
      stream.revisions.set(row.id, row.revision);
      stream.rows.push(row);
      this.#log.push(row);
    }
    for (const listener of this.#listeners) listener();
  }

  #stream(name: string): Stream {
    const known = this.#streams.get(name);
    if (known) return known;
    const fresh: Stream = { rows: [], revisions: new Map(), deleted: false };
    this.#streams.set(name, fresh);
    return fresh;
  }

  #isKept(row: Row | undefined): boolean {
    if (!row) return false;
    const last = (this.#streams.get(row.stream)?.rows.length ?? 0) - 1;
    return isKept(this.#retention(row.stream), { ...row, last, now: this.#clock() });
  }

  #assertOpen(): void {
    if (this.#closed) throw new StoreUnavailable('the store is closed');
  }
}
