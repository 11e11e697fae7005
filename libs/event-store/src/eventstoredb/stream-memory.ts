import type { NewEvent } from '../event-store.js';

/** An event as far as it matters for telling a repetition; the position is not always known. */
export type Standing = Readonly<{ id: NewEvent['id']; revision: number; position?: number }>;

/** How many of a stream's last events an append is compared with to find repeated ids. */
export const WINDOW = 256;

/**
 * The ids of one unbroken run of a stream's events, fed by everything that is read and appended. The server itself does not
 * keep ids apart: given the right revision, it records the same event twice.
 */
export class StreamMemory {
  #events = new Map<string, Standing>();
  #first = 0;
  #last = -1;

  /** Revision of the last event known, -1 when none is. */
  get last(): number {
    return this.#last;
  }

  get(id: string): Standing | undefined {
    return this.#events.get(id);
  }

  at(revision: number): Standing | undefined {
    return [...this.#events.values()].find((event) => event.revision === revision);
  }

  /** Whether every event of the window that ends with this revision is known. */
  covers(revision: number): boolean {
    return this.#last >= revision && this.#first <= Math.max(0, revision - WINDOW + 1);
  }

  /** Takes in consecutive events, oldest first. `complete`: there is nothing readable before them. */
  saw(events: readonly Standing[], complete: boolean): void {
    const [oldest, newest] = [events[0], events.at(-1)];
    if (!oldest || !newest) return;
    const first = complete ? 0 : oldest.revision;
    const apart = first > this.#last + 1 || newest.revision < this.#first - 1;
    if (apart && newest.revision < this.#last) return;
    if (apart || this.#last === -1) {
      this.#events.clear();
      this.#first = first;
    }
    for (const event of events) this.#events.set(event.id, { ...this.#events.get(event.id), ...event });
    this.#first = Math.min(this.#first, first);
    this.#last = Math.max(this.#last, newest.revision);
    if (this.#events.size > 2 * WINDOW) this.#forgetOldest();
  }

  #forgetOldest(): void {
    this.#first = this.#last - WINDOW + 1;
    const kept = [...this.#events].filter(([, { revision }]) => revision >= this.#first);
    this.#events = new Map(kept);
  }
}
