import type { RecordedEvent } from '../event-store.js';

/** What a catch-up subscription needs of a store. */
export type Log = Readonly<{
  /** As EventStore.readAll. */
  readAll(after: number, limit: number): Promise<readonly RecordedEvent[]>;
  /** Position of the last committed event, -1 when there is none; whoever committed it. */
  head(): number;
  /** Calls back soon after every commit; returns how to stop that. */
  onCommit(listener: () => void): () => void;
}>;
