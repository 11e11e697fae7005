import { eventOf, type EventStore, type RecordedEvent } from '#event-store';
import type { ProjectionDatabase } from './projection-database.js';
import type { Sql } from './sql.js';

/** A read model as it is filled anew, many events at a time. */
export type Refilled = Readonly<{
  /** Name their checkpoints. */
  names: readonly string[];
  /** Looks at the name of a stream, so that what is of no concern is not even parsed. */
  concerns(stream: string): boolean;
  /** Takes in an event that concerns it. */
  take(event: RecordedEvent): Promise<void> | void;
  /** Writes what it took in since it wrote last. */
  write(sql: Sql): void;
}>;

type Options = Readonly<{
  database: ProjectionDatabase;
  store: EventStore;
  model: Refilled;
  /** Told the position that is behind, after each page. */
  progress?(position: number): void;
}>;

/** Events between two writes: memory does not grow with the log, and what happens to one person in between is written once. */
const STRETCH = 20_000;

/** Fills a read model from the beginning of the log to its head, and answers how far it came. Nobody waits for it, so nothing gives way. */
export const refill = async ({ database, store, model, progress }: Options): Promise<number> => {
  const head = await store.head();
  let [seen, written] = [-1, -1];
  const write = (position: number): void => {
    const [first, ...others] = model.names;
    if (first === undefined) return;
    database.advance(first, position, (sql) => model.write(sql));
    for (const name of others) database.advance(name, position);
    database.commit();
    written = position;
  };
  for await (const page of store.storedPages(-1)) {
    for (const stored of page) {
      const taken = model.concerns(stored.stream) ? model.take(eventOf(stored)) : undefined;
      // A turn of the queue for each of ten million events would take longer than most of them do.
      if (taken !== undefined) await taken;
    }
    seen = page.at(-1)?.position ?? seen;
    if (seen - written >= STRETCH) write(seen);
    progress?.(seen);
    if (seen >= head) break;
  }
  // What came last may have left since.
  const end = Math.max(seen, head);
  write(end);
  return end;
};
