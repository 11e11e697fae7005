import { type EventStore, SqliteEventStore, type Subscription } from '#event-store';
import { type Expected, checkAppend } from './check-append.js';
import { type Proposed, type Recorded, recordOf, rowOf } from './record.js';
import { RecentIds } from './recent-ids.js';
import {
  DELETED,
  type StreamMetadata,
  expiredBy,
  isDeleted,
  lowestShown,
  parseMetadata,
} from './stream-metadata.js';
import { Turns } from './turns.js';

export type Part = Readonly<{ from: number | 'end'; backwards: boolean; count: number }>;
export type Appended = Readonly<{ revision: number; position: number }>;

/** The stream is closed by a tombstone. */
export class Tombstoned extends Error {}
/** The stream has never been written, or was deleted softly. */
export class NotFound extends Error {}
/** The stream is not where the writer expects; `current` is -1 without any event. */
export class WrongVersion extends Error {
  constructor(readonly current: number) {
    super(`the stream is at ${current}`);
  }
}

const TOMBSTONES = '$tombstones';
const PAGE = 500;

/**
 * What EventStoreDB keeps, over our SQLite adapter: streams with metadata streams, `$all` that hides nothing before a
 * scavenge, soft deletes, tombstones, and repetitions told the way it tells them.
 */
export class Log {
  readonly #tombstones = new Set<string>();
  readonly #metadata = new Map<string, StreamMetadata>();
  readonly #recent = new RecentIds();
  readonly #turns = new Turns();

  private constructor(
    private readonly store: EventStore,
    private readonly clock: () => number,
  ) {}

  /** Opens the file and scavenges it: what a tombstone covers leaves it now. */
  static async open(file: string, clock: () => number = Date.now): Promise<Log> {
    const log = new Log(SqliteEventStore.open({ file }), clock);
    for (const event of await log.store.read(TOMBSTONES))
      log.#tombstones.add(recordOf(event).data.toString());
    await log.scavenge();
    return log;
  }

  /** Removes the events of tombstoned streams for good. */
  async scavenge(): Promise<void> {
    for (const stream of this.#tombstones)
      if ((await this.#last(stream)) >= 0) await this.store.delete(stream);
  }

  append(stream: string, events: readonly Proposed[], expected: Expected): Promise<Appended> {
    return this.#turns.take(stream, async () => {
      this.#assertNoTombstone(stream);
      const last = await this.#last(stream);
      const metadata = await this.#metadataOf(stream);
      const after = expected === 'no-stream' ? -1 : Number(expected);
      const standing =
        after < last ? await this.store.read(stream, { from: after + 1, limit: events.length }) : [];
      const ids = new Map(standing.map(recordOf).map(({ revision, id }) => [revision, id]));
      const check = checkAppend(
        expected,
        events.map(({ id }) => id),
        {
          last,
          deleted: isDeleted(metadata),
          idAt: (revision) => ids.get(revision),
          recent: (id) => this.#recent.find(stream, id),
        },
      );
      if (check.kind === 'wrong-version') throw new WrongVersion(isDeleted(metadata) ? -1 : last);
      if (check.kind === 'repeated') return this.#at(stream, check.revision);
      if (isDeleted(metadata)) await this.#setMetadata(stream, { $tb: last + 1 });
      return this.#record(stream, events, last);
    });
  }

  /** Hides what there is; the stream may be written again. */
  delete(stream: string, expected: Expected): Promise<void> {
    return this.#closing(stream, expected, () => this.#setMetadata(stream, { $tb: DELETED }));
  }

  /** Closes the stream for good. Its events stay in `$all` until the next scavenge. */
  tombstone(stream: string, expected: Expected): Promise<void> {
    return this.#closing(stream, expected, async () => {
      await this.#record(
        TOMBSTONES,
        [system('$streamDeleted', Buffer.from(stream))],
        await this.#last(TOMBSTONES),
      );
      this.#tombstones.add(stream);
    });
  }

  /** Throws Tombstoned or NotFound. */
  async *readStream(stream: string, { from, backwards, count }: Part): AsyncGenerator<Recorded> {
    this.#assertNoTombstone(stream);
    const last = await this.#last(stream);
    const metadata = await this.#metadataOf(stream);
    if (last < 0 || isDeleted(metadata)) throw new NotFound();
    const lowest = lowestShown(metadata, last);
    const direction = backwards ? 'backwards' : 'forwards';
    let next =
      from === 'end'
        ? backwards
          ? last
          : last + 1
        : backwards
          ? Math.min(from, last)
          : Math.max(from, lowest);
    for (let left = count; left > 0 && next >= lowest && next <= last;) {
      const page = await this.store.read(stream, { from: next, direction, limit: Math.min(left, PAGE) });
      const expired = expiredBy(metadata, this.clock());
      for (const record of page.map(recordOf)) {
        next = record.revision + (backwards ? -1 : 1);
        if (record.revision < lowest || record.created <= expired) continue;
        left -= 1;
        yield record;
      }
      if (page.length === 0) return;
    }
  }

  /** Forwards from a position, that event included; backwards from before it. */
  async *readAll({ from, backwards, count }: Part): AsyncGenerator<Recorded> {
    const end = (await this.store.head()) + 1;
    let next = from === 'end' ? end : Math.min(from, end);
    for (let left = count; left > 0;) {
      const start = backwards ? Math.max(next - Math.min(left, PAGE), 0) : next;
      const found = await this.store.readAll(start - 1, backwards ? next - start : Math.min(left, PAGE));
      const page = backwards ? found.filter(({ position }) => position < next).reverse() : found;
      for (const event of page) yield recordOf(event);
      left -= page.length;
      if (backwards ? start === 0 : page.length === 0) return;
      next = backwards ? start : (page.at(-1)?.position ?? next) + 1;
    }
  }

  /** Every event after a position, as it comes. */
  subscribe(after: number, handle: (record: Recorded) => Promise<void> | void): Subscription {
    return this.store.subscribe({ after, handle: (event) => handle(recordOf(event)) });
  }

  head(): Promise<number> {
    return this.store.head();
  }

  async revisionPosition(stream: string, revision: number): Promise<number | undefined> {
    const [event] = await this.store.read(stream, { from: revision, limit: 1 });
    return event?.position;
  }

  close(): Promise<void> {
    return this.store.close();
  }

  #closing(stream: string, expected: Expected, work: () => Promise<unknown>): Promise<void> {
    return this.#turns.take(stream, async () => {
      this.#assertNoTombstone(stream);
      const last = await this.#last(stream);
      const agreed =
        expected === 'any' ||
        (expected === 'stream-exists' ? last >= 0 : last === (expected === 'no-stream' ? -1 : expected));
      if (!agreed) throw new WrongVersion(last);
      await work();
    });
  }

  async #record(stream: string, events: readonly Proposed[], last: number): Promise<Appended> {
    const created = this.clock();
    const rows = events.map((event) => rowOf(event, created));
    const appended = await this.store.append(stream, rows, last < 0 ? 'none' : last);
    events.forEach(({ id }, index) => this.#recent.add(stream, id, last + 1 + index));
    const newest = events.at(-1);
    if (stream.startsWith('$$') && newest) this.#metadata.set(stream.slice(2), parseMetadata(newest.data));
    return appended;
  }

  async #at(stream: string, revision: number): Promise<Appended> {
    return { revision, position: (await this.revisionPosition(stream, revision)) ?? -1 };
  }

  async #last(stream: string): Promise<number> {
    const [event] = await this.store.read(stream, { direction: 'backwards', limit: 1 });
    return event?.revision ?? -1;
  }

  async #metadataOf(stream: string): Promise<StreamMetadata> {
    const known = this.#metadata.get(stream);
    if (known || stream.startsWith('$$')) return known ?? {};
    const [event] = await this.store.read(`$$${stream}`, { direction: 'backwards', limit: 1 });
    const metadata = event ? parseMetadata(recordOf(event).data) : {};
    this.#metadata.set(stream, metadata);
    return metadata;
  }

  async #setMetadata(stream: string, json: object): Promise<void> {
    const name = `$$${stream}`;
    await this.#record(
      name,
      [system('$metadata', Buffer.from(JSON.stringify(json)))],
      await this.#last(name),
    );
  }

  #assertNoTombstone(stream: string): void {
    if (this.#tombstones.has(stream.startsWith('$$') ? stream.slice(2) : stream)) throw new Tombstoned();
  }
}

const system = (type: string, data: Uint8Array): Proposed => ({
  id: crypto.randomUUID(),
  type,
  contentType: 'application/json',
  data,
  metadata: new Uint8Array(),
});
