import { EventStore, InMemoryEventStore, type ReadOptions, type RecordedEvent } from '#event-store';

/**
 * A store in the hands of somebody who can rewrite it: it shows whatever stands in `log`, which a spec changes as it likes.
 * It is only read.
 */
export class RewritableStore extends EventStore {
  private constructor(public log: readonly RecordedEvent[]) {
    super();
  }

  /** Shows what another store holds now. */
  static async of(store: EventStore): Promise<RewritableStore> {
    return new RewritableStore(await store.readAll(-1, Number.MAX_SAFE_INTEGER));
  }

  override async read(stream: string, options: ReadOptions = {}): Promise<readonly RecordedEvent[]> {
    const { from, direction = 'forwards', limit = Infinity } = options;
    const events = this.log.filter((event) => event.stream === stream);
    return direction === 'forwards'
      ? events.filter(({ revision }) => revision >= (from ?? 0)).slice(0, limit)
      : events
          .filter(({ revision }) => revision <= (from ?? Infinity))
          .reverse()
          .slice(0, limit);
  }

  override async readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    return this.log.filter(({ position }) => position > after).slice(0, limit);
  }

  override async head(): Promise<number> {
    return this.log.at(-1)?.position ?? -1;
  }

  override append = () => Promise.reject(new TypeError('a rewritten store is only read'));
  override delete = () => Promise.reject(new TypeError('a rewritten store is only read'));
  override subscribe = () => new InMemoryEventStore().subscribe({ after: -1, handle: () => undefined });
  override close = () => Promise.resolve();
}
