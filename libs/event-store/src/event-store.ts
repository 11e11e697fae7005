import type { Json } from './json.js';

/** An event to append. `id` is a UUID chosen by the writer: appending the same id again records nothing new. */
export type NewEvent = Readonly<{ id: string; type: string; data: Json; metadata: Json }>;

/** An event as it stands in the store. `revision` counts from 0 in its stream; `position` orders the whole store. */
export type RecordedEvent = NewEvent & Readonly<{ stream: string; revision: number; position: number }>;

/** An event as its store keeps it: what it says is JSON text. */
export type StoredEvent = Readonly<{
  stream: string;
  revision: number;
  position: number;
  id: string;
  type: string;
  data: string;
  metadata: string;
}>;

const PAGE = 1000;

/** Which events of the log are asked for: beginnings of the names of their streams, types that are left out. All by default. */
export type EventFilter = Readonly<{ streams?: readonly string[]; except?: readonly string[] }>;

/** Whether an event is one of those asked for. */
export const passes = (
  { stream, type }: Pick<StoredEvent, 'stream' | 'type'>,
  { streams, except }: EventFilter,
): boolean =>
  except?.includes(type) !== true &&
  (streams === undefined || streams.some((beginning) => stream.startsWith(beginning)));

/** What the writer knows of the stream: the revision of its last event, that there is no event yet, or nothing. */
export type ExpectedRevision = number | 'none' | 'any';

/** Where an append ended: the stream's last revision and that event's position. */
export type Appended = Readonly<{ revision: number; position: number }>;

/** Which part of a stream to read. `from` is inclusive and defaults to the first (backwards: the last) event. */
export type ReadOptions = Readonly<{ from?: number; direction?: 'forwards' | 'backwards'; limit?: number }>;

/** Whose ids the data of an event may hold, and be found by. */
export type Named = 'userId' | 'schoolId';

/** A part of the log: what comes after one position, up to another and that one too. */
export type Stretch = Readonly<{ after: number; upTo: number }>;

/** What is looked for from the end of the log on: the last event, of some types in streams of one category, of which `find` makes something. */
export type Sought<Found> = Readonly<{
  /** What their names begin with, before the first dash. */
  category: string;
  types: readonly string[];
  find(event: StoredEvent): Found | undefined;
}>;

/** A running catch-up subscription. */
export type Subscription = Readonly<{
  /** Position of the last event the handler has finished. */
  position(): number;
  /** True when nothing is committed in the store that the handler has not finished. */
  isLive(): boolean;
  /** Resolves once the handler has finished position `at` (or later); rejects after `timeout` milliseconds. */
  reached(at: number, timeout: number): Promise<void>;
  /** Ends the subscription; resolves when no handler runs any more. */
  stop(): Promise<void>;
}>;

export type SubscribeOptions = Readonly<{
  /** Deliver events after this position; -1 is the very beginning. */
  after: number;
  /** Called with one event at a time, in order; the next waits for its promise. A rejection is retried with back-off, for ever. */
  handle(event: RecordedEvent): Promise<void> | void;
  /** Told of each failed delivery, so that somebody can log it and turn health red. */
  onError?(error: unknown, event: RecordedEvent): void;
}>;

/**
 * The source of truth: streams of events, appended under an expected revision.
 * Promise: an append that resolved is durable (on disk, fsync) and is seen by every later read.
 * Every method may reject with StoreUnavailable; nothing is then known to be recorded.
 */
export abstract class EventStore {
  /** Whether an index finds what names somebody: `readNaming` and `lastNaming` then cost what they find, and otherwise the log they look at. */
  readonly indexed: boolean = false;

  /**
   * Appends all events or none. Rejects with WrongExpectedRevision when the stream is not where the writer thinks,
   * unless exactly these event ids already stand there: then it answers what the first append answered.
   */
  abstract append(stream: string, events: readonly NewEvent[], expected: ExpectedRevision): Promise<Appended>;

  /** Events of one stream; an unknown, expired or deleted stream reads as empty. */
  abstract read(stream: string, options?: ReadOptions): Promise<readonly RecordedEvent[]>;

  /** Events of the whole store after `position` (-1: from the beginning), in order, at most `limit`. */
  abstract readAll(after: number, limit: number): Promise<readonly RecordedEvent[]>;

  /**
   * As `readAll`, with what the events say left as text: whoever goes through the whole log parses what concerns them, and hashes
   * what stands there. The text is the store's own where it keeps one.
   */
  async readStored(after: number, limit: number): Promise<readonly StoredEvent[]> {
    return (await this.readAll(after, limit)).map((event) => ({
      ...event,
      data: JSON.stringify(event.data),
      metadata: JSON.stringify(event.metadata),
    }));
  }

  /**
   * The log after a position to its end, as `readStored` gives it, page by page. Where a store can it reads the next while one is
   * being looked at: whoever goes through millions of events has half the time to wait.
   */
  async *storedPages(after: number, filter: EventFilter = {}): AsyncGenerator<readonly StoredEvent[]> {
    for (let from = after; ;) {
      const page = await this.readStored(from, PAGE);
      const found = page.filter((event) => passes(event, filter));
      if (found.length > 0) yield found;
      if (page.length < PAGE) return;
      from = page.at(-1)?.position ?? from;
    }
  }

  /**
   * Events in a part of the log whose data names this user or school, in order. Where a store has an index it costs what it finds;
   * otherwise that part of the log is read.
   */
  async readNaming(named: Named, id: string, { after, upTo }: Stretch): Promise<readonly RecordedEvent[]> {
    const found: RecordedEvent[] = [];
    for (let from = after; from < upTo;) {
      const page = await this.readAll(from, PAGE);
      found.push(...page.filter(({ data, position }) => data[named] === id && position <= upTo));
      from = page.length < PAGE ? upTo : (page.at(-1)?.position ?? upTo);
    }
    return found;
  }

  /** For each of these ids, in their order, what was made of the last event that names it and is what is sought; undefined where there is none. */
  async lastNaming<Found>(
    named: Named,
    ids: readonly string[],
    { category, types, find }: Sought<Found>,
  ): Promise<readonly (Found | undefined)[]> {
    const found = new Map<unknown, Found>();
    const wanted = new Set<unknown>(ids);
    for await (const page of this.storedPages(-1, { streams: [`${category}-`] })) {
      for (const stored of page) {
        if (!types.includes(stored.type)) continue;
        const id = (JSON.parse(stored.data) as Json)[named];
        const made = wanted.has(id) ? find(stored) : undefined;
        if (made !== undefined) found.set(id, made);
      }
    }
    return ids.map((id) => found.get(id));
  }

  /**
   * Positions of events that `readAll` gives and `read` or `readNaming` would not, because somebody changed what they are found by; null for
   * what has no place. For auditors; empty where the store keeps no files of its own. Rejects when the signal aborts it.
   */
  async unindexed(_signal?: AbortSignal): Promise<readonly (number | null)[]> {
    return [];
  }

  /** Position of the last committed event, -1 when the store is empty. */
  abstract head(): Promise<number>;

  /** Delivers every event after a position, then every new one; loses nothing, repeats nothing, keeps the order. */
  abstract subscribe(options: SubscribeOptions): Subscription;

  /** Deletes a stream for good: its events can no longer be read, and nothing can be appended to it any more (StreamDeleted). */
  abstract delete(stream: string): Promise<void>;

  /** Takes expired events out of the files now; answers how many have left since it was last asked, 0 where a server sees to it. */
  async purgeExpired(): Promise<number> {
    return 0;
  }

  /** Ends subscriptions and releases the files or connections. */
  abstract close(): Promise<void>;
}
