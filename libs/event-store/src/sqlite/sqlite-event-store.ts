import { distinctIds } from '../distinct-ids.js';
import { StoreUnavailable } from '../errors.js';
import { EventStore } from '../event-store.js';
import type {
  Appended,
  EventFilter,
  ExpectedRevision,
  Named,
  NewEvent,
  ReadOptions,
  RecordedEvent,
  Sought,
  StoredEvent,
  Stretch,
  SubscribeOptions,
  Subscription,
} from '../event-store.js';
import type { RetentionPolicy } from '../retention.js';
import { writtenOf } from '../row.js';
import { SharedLog } from '../subscription/shared-log.js';
import { Subscriptions } from '../subscription/subscriptions.js';
import { AppendQueue } from './append-queue.js';
import { Appender } from './appender.js';
import { Commits } from './commits.js';
import { openConnection } from './connection.js';
import type { Connection } from './connection.js';
import { Purge } from './purge.js';
import { purgeHourly } from './purge-timer.js';
import { Reader } from './reader.js';
import { Remover } from './remover.js';
import { unindexedApart } from './unindexed-apart.js';
import { unindexed } from './unindexed.js';
import { guarded, unavailable } from './unavailable.js';
import { Wiper } from './wiper.js';
import { Writer } from './writer.js';

/** A thread is worth its start from so many events on. */
const WORTH_A_THREAD = 20_000;

type Options = Readonly<{
  /** Milliseconds since 1970; the system's clock by default. */
  clock?: () => number;
  /** How long each stream is kept; for ever by default. */
  retention?: RetentionPolicy;
  /** Whether expired events are taken out every hour; of the processes of one store some do. */
  purges?: boolean;
}>;

/** The event store in one SQLite file, which several processes of one machine may open at the same time. */
export class SqliteEventStore extends EventStore {
  override readonly indexed = true;
  readonly #queue: AppendQueue;
  readonly #reader: Reader;
  readonly #remover: Remover;
  readonly #purging: Purge;
  readonly #wiper: Wiper;
  readonly #commits: Commits;
  readonly #log: SharedLog;
  readonly #subscriptions: Subscriptions;
  readonly #stopPurging: () => void;
  /** Where a thread that reads ahead finds the log. */
  readonly #file: string | undefined;
  #open = true;
  #purged = 0;

  /** Opens the file, made if need be. `busyTimeout`: how long (ms) to wait for another process. Throws StoreUnavailable. */
  static open({
    file,
    busyTimeout = 1000,
    ...options
  }: Options & { file: string; busyTimeout?: number }): SqliteEventStore {
    return guarded(() => {
      const connection = openConnection(file, busyTimeout);
      const writer = Writer.open(file, busyTimeout);
      // Whoever appends is told; the file may be such that nobody ever gets there.
      writer.catch(() => undefined);
      return new SqliteEventStore(connection, writer, { ...options, file });
    });
  }

  /** Takes over connections to one file: one by openConnection that reads and removes, and the writer that appends. */
  constructor(
    private readonly connection: Connection,
    private readonly writer: Promise<Writer>,
    { clock = Date.now, retention = () => undefined, purges = true, file }: Options & { file?: string },
  ) {
    super();
    this.#file = file;
    this.#reader = new Reader(connection, clock, retention);
    this.#remover = new Remover(connection);
    this.#purging = new Purge(connection, this.#remover, clock, retention);
    this.#wiper = new Wiper(connection);
    this.#commits = new Commits(() => this.#reader.head());
    const appender = writer.then((opened) => Appender.over(opened, clock, retention));
    // Whoever appends is told; nobody may ever append.
    appender.catch(() => undefined);
    this.#queue = new AppendQueue(appender, () => {
      this.#log.changed();
      this.#commits.happened();
    });
    this.#log = new SharedLog({
      readAll: (after, limit) => this.readAll(after, limit),
      head: () => this.#reader.head(),
      onCommit: this.#commits.listen,
    });
    this.#subscriptions = new Subscriptions(this.#log);
    this.#stopPurging = purges ? purgeHourly(() => this.#purge()) : () => undefined;
    // A process killed between a delete and its wipe left bytes in the log.
    this.#wiper.wipe();
  }

  override async append(
    stream: string,
    events: readonly NewEvent[],
    expected: ExpectedRevision,
  ): Promise<Appended> {
    this.#assertOpen();
    distinctIds(events);
    return this.#queue.push({ stream, events: events.map(writtenOf), expected });
  }

  override async read(stream: string, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    this.#assertOpen();
    return guarded(() => this.#reader.read(stream, options));
  }

  override async readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    this.#assertOpen();
    return this.#reader.readAll(after, limit).catch((error: unknown) => {
      throw unavailable(error);
    });
  }

  override async readStored(after: number, limit: number): Promise<readonly StoredEvent[]> {
    this.#assertOpen();
    return this.#reader.readStored(after, limit).catch((error: unknown) => {
      throw unavailable(error);
    });
  }

  override async *storedPages(
    after: number,
    filter: EventFilter = {},
  ): AsyncGenerator<readonly StoredEvent[]> {
    this.#assertOpen();
    const file = (await this.head()) - after < WORTH_A_THREAD ? undefined : this.#file;
    try {
      yield* file === undefined
        ? super.storedPages(after, filter)
        : this.#reader.storedPages(file, after, filter);
    } catch (error) {
      throw unavailable(error);
    }
  }

  override async readNaming(named: Named, id: string, stretch: Stretch): Promise<readonly RecordedEvent[]> {
    this.#assertOpen();
    return guarded(() => this.#reader.readNaming(named, id, stretch));
  }

  override async lastNaming<Found>(
    named: Named,
    ids: readonly string[],
    sought: Sought<Found>,
  ): Promise<readonly (Found | undefined)[]> {
    this.#assertOpen();
    return guarded(() => this.#reader.lastNaming(named, ids, sought));
  }

  override async unindexed(signal?: AbortSignal): Promise<readonly (number | null)[]> {
    this.#assertOpen();
    const file = (await this.head()) < WORTH_A_THREAD ? undefined : this.#file;
    try {
      return file === undefined ? unindexed(this.connection) : await unindexedApart(file, signal);
    } catch (error) {
      throw unavailable(error);
    }
  }

  override async head(): Promise<number> {
    this.#assertOpen();
    return guarded(() => this.#reader.head());
  }

  override subscribe(options: SubscribeOptions): Subscription {
    this.#assertOpen();
    return this.#subscriptions.start(options);
  }

  override async delete(stream: string): Promise<void> {
    this.#assertOpen();
    await this.#queue.alone(() => this.#remover.deleteStream(stream));
    this.#log.changed();
    this.#wiper.wipe();
  }

  /** Takes expired events out of the file, not only out of sight. Runs by itself every hour; what that took counts too. */
  override async purgeExpired(): Promise<number> {
    await this.#purge();
    const removed = this.#purged;
    this.#purged = 0;
    return removed;
  }

  async #purge(): Promise<void> {
    this.#assertOpen();
    const removed = await this.#purging
      .run(() => this.#open)
      .catch((error: unknown) => {
        throw unavailable(error);
      });
    if (removed > 0 && this.#open) this.#wiper.wipe();
    this.#purged += removed;
  }

  override async close(): Promise<void> {
    if (!this.#open) return;
    this.#open = false;
    this.#stopPurging();
    await this.#queue.settled();
    await this.#subscriptions.end();
    this.#commits.stop();
    // The driver lets go of the file only when its statements are collected, so the log is emptied here.
    this.#wiper.wipe();
    this.#wiper.stop();
    await this.writer.then(
      (opened) => opened.close(),
      () => undefined,
    );
    this.connection.close();
  }

  #assertOpen(): void {
    if (!this.#open) throw new StoreUnavailable('the store is closed');
  }
}
