import { connectionSettings } from '#settings';
import { distinctIds } from '../distinct-ids.js';
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
import type { RetentionPolicy } from '../retention.js';
import { Subscriptions } from '../subscription/subscriptions.js';
import { Appender } from './appender.js';
import { type Client, connect, disconnect } from './client.js';
import { Graves } from './graves.js';
import { Memories } from './memories.js';
import { Reader } from './reader.js';
import { isServerError, unavailable } from './server-error.js';
import { Tail } from './tail.js';
import { Turns } from './turns.js';

type Options = Readonly<{
  /** Milliseconds since 1970, by which expired events are left out of the whole log; the system's clock by default. */
  clock?: () => number;
  /** Written to a stream's metadata with its first event; the server keeps to it from then on. For ever by default. */
  retention?: RetentionPolicy;
}>;

/** The event store on EventStoreDB or KurrentDB, 22.6 or later. A position is the server's commit position. */
export class EventStoreDbEventStore extends EventStore {
  readonly #memories = new Memories();
  readonly #turns = new Turns();
  readonly #graves: Graves;
  readonly #reader: Reader;
  readonly #appender: Appender;
  readonly #tail: Tail;
  readonly #subscriptions: Subscriptions;
  #open = true;

  /**
   * Connects to `url`, a connection string as in `docs/guides/event-store.md`. A server that does not answer within `patience`
   * milliseconds is waited for in the background, and every method rejects with StoreUnavailable until it is there.
   * Rejects with UnusableConnection, or when a file the string names cannot be read.
   */
  static async open({
    url,
    patience = 5_000,
    ...options
  }: Options & { url: string; patience?: number }): Promise<EventStoreDbEventStore> {
    const settings = connectionSettings(url);
    const store = new EventStoreDbEventStore(await connect(settings), settings.deadline, options);
    await store.#tail.start(patience);
    return store;
  }

  private constructor(
    private readonly client: Client,
    private readonly deadline: number,
    { clock = Date.now, retention = () => undefined }: Options,
  ) {
    super();
    this.#graves = new Graves(client, deadline);
    this.#reader = new Reader(client, this.#graves, deadline, clock, retention);
    this.#tail = new Tail(client, this.#reader, deadline);
    this.#appender = new Appender(client, this.#reader, this.#memories, retention, () => this.#tail.known);
    this.#subscriptions = new Subscriptions({
      readAll: (after, limit) => this.readAll(after, limit),
      head: () => this.#tail.position,
      onCommit: this.#tail.onCommit,
    });
  }

  override async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    this.#assertOpen();
    distinctIds(events);
    return this.#answered(() =>
      this.#turns.take(stream, async () => {
        const appended = await this.#appender.append(stream, events, expected);
        this.#tail.moved(appended.position);
        return appended;
      }),
    );
  }

  override read(stream: string, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    return this.#answered(async () => {
      const events = await this.#reader.read(stream, options);
      const ascending = options.direction === 'backwards' ? [...events].reverse() : events;
      this.#memories.of(stream).saw(ascending, false);
      return events;
    });
  }

  override readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    return this.#answered(() => this.#reader.readAll(after, limit));
  }

  override head(): Promise<number> {
    return this.#answered(() => this.#tail.look());
  }

  override subscribe(options: SubscribeOptions): Subscription {
    this.#assertOpen();
    return this.#subscriptions.start(options);
  }

  override delete(stream: string): Promise<void> {
    return this.#answered(() =>
      this.#turns.take(stream, async () => {
        this.#memories.forget(stream);
        // Known to be gone: who reads the log again from its beginning deletes again all that was deleted.
        if (this.#graves.has(stream)) return;
        await this.client
          .tombstoneStream(stream, { expectedRevision: 'any', requiresLeader: true })
          .catch((error: unknown) => {
            if (!isServerError(error, 'stream-deleted')) throw error;
          });
        await this.#graves.add(stream);
      }),
    );
  }

  override async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    await Promise.all([this.#turns.end(), this.#subscriptions.end(), this.#tail.stop()]);
    await disconnect(this.client);
  }

  /** A caller hears what the port knows; all else is that the store cannot answer. */
  async #answered<T>(work: () => Promise<T>): Promise<T> {
    this.#assertOpen();
    try {
      return await work();
    } catch (error) {
      throw error instanceof WrongExpectedRevision || error instanceof StreamDeleted
        ? error
        : unavailable(error);
    }
  }

  #assertOpen(): void {
    if (!this.#open) throw new StoreUnavailable('the store is closed');
  }
}
