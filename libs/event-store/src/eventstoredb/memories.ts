import { StreamMemory } from './stream-memory.js';

const MOST_STREAMS = 2_000;

/** What is known of the streams that were used last. */
export class Memories {
  readonly #streams = new Map<string, StreamMemory>();

  of(stream: string): StreamMemory {
    const memory = this.#streams.get(stream) ?? new StreamMemory();
    this.#streams.delete(stream);
    this.#streams.set(stream, memory);
    for (const oldest of this.#streams.keys()) {
      if (this.#streams.size <= MOST_STREAMS) break;
      this.#streams.delete(oldest);
    }
    return memory;
  }

  forget(stream: string): void {
    this.#streams.delete(stream);
  }
}
