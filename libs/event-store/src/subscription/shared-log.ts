import type { RecordedEvent } from '../event-store.js';
import type { Log } from './log.js';

type Page = Readonly<{
  after: number;
  limit: number;
  head: number;
  events: Promise<readonly RecordedEvent[]>;
}>;

/**
 * A log as many followers of one process see it: they stand at the same place and ask the same things, so the page one
 * has read serves the others until something is committed, and the head is looked up once in a turn of the event loop.
 */
export class SharedLog implements Log {
  #head: number | undefined;
  #page: Page | undefined;

  constructor(private readonly log: Log) {}

  head(): number {
    if (this.#head === undefined) {
      this.#head = this.log.head();
      setImmediate(() => (this.#head = undefined));
    }
    return this.#head;
  }

  readAll(after: number, limit: number): Promise<readonly RecordedEvent[]> {
    const head = this.head();
    const known = this.#page;
    if (known?.after === after && known.limit === limit && known.head === head) return known.events;
    const events = this.log.readAll(after, limit);
    this.#page = { after, limit, head, events };
    // A page that could not be read is read again by whoever asks next.
    events.catch(() => this.changed());
    return events;
  }

  onCommit(listener: () => void): () => void {
    return this.log.onCommit(listener);
  }

  /** Something was committed or deleted: what was looked up before is no longer so. */
  changed(): void {
    this.#head = undefined;
    this.#page = undefined;
  }
}
