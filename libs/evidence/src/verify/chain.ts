import { eventHash } from '#aggregate-store';
import type { EventStore, RetentionPolicy } from '#event-store';
import { categoryOf, isDataKey } from '../leaf/category.js';
import { ifReadable } from './readable.js';
import type { Met } from './met.js';
import { StreamEnds } from './stream-ends.js';

/** Follows every stream's chain through the whole log, in bounded memory: a stream not seen for long is read again. */
export class Chain {
  readonly #ends = new StreamEnds();
  #rewrapped = 0;

  constructor(
    private readonly store: EventStore,
    private readonly retention: RetentionPolicy,
  ) {}

  /**
   * Events of data keys that left because the same key stands wrapped anew, of those met so far: of a data key the last event is kept, and
   * its revision says how many came before.
   */
  get rewrapped(): number {
    return this.#rewrapped;
  }

  /** Whether the event follows the one before it in its stream. */
  holds(event: Met): boolean | Promise<boolean> {
    const before = event.revision === 0 ? undefined : this.#ends.get(event.stream);
    this.#ends.set(event.stream, { revision: event.revision, hash: event.found.eventHash });
    const { previous } = event;
    if (event.revision === 0) return previous === null;
    if (before?.revision === event.revision - 1) return previous === before.hash;
    return this.#holdsOnReading(event);
  }

  async #holdsOnReading({ stream, revision, previous }: Met): Promise<boolean> {
    const read = await ifReadable(this.store, () =>
      this.store.read(stream, { from: revision - 1, limit: 1 }),
    );
    // Damaged, and named in its own place.
    if (read === undefined) return true;
    const [before] = read;
    if (before?.revision === revision - 1) return previous === eventHash(before);
    if (isDataKey(categoryOf(stream))) this.#rewrapped += revision;
    // The event before it left; whether it was allowed to is judged on its leaf.
    return this.retention(categoryOf(stream)) !== undefined;
  }
}
