import { eventHash } from '#aggregate-store';
import type { EventStore, RetentionPolicy } from '#event-store';
import { categoryOf } from '../leaf/category.js';
import type { Met } from './met.js';
import { StreamEnds } from './stream-ends.js';

/** Follows every stream's chain through the whole log, in bounded memory: a stream not seen for long is read again. */
export class Chain {
  readonly #ends = new StreamEnds();

  constructor(
    private readonly store: EventStore,
    private readonly retention: RetentionPolicy,
  ) {}

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
    const [before] = await this.store.read(stream, { from: revision - 1, limit: 1 });
    if (before?.revision === revision - 1) return previous === eventHash(before);
    // The event before it left; whether it was allowed to is judged on its leaf.
    return this.retention(categoryOf(stream)) !== undefined;
  }
}
