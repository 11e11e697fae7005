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

const PAGE = 1000;
/** Pages between two writes: memory does not grow with the log, and what happens to one person in between is written once. */
const PAGES = 20;

/** Fills a read model from the beginning of the log to its head, and answers the head. Nobody waits for it, so nothing gives way. */
export const refill = async ({ database, store, model, progress }: Options): Promise<number> => {
  const head = await store.head();
  const [first, ...others] = model.names;
  for (let after = -1, pages = 1; after < head; pages += 1) {
    const page = await store.readStored(after, PAGE);
    for (const stored of page) {
      const taken = model.concerns(stored.stream) ? model.take(eventOf(stored)) : undefined;
      // A turn of the queue for each of ten million events would take longer than most of them do.
      if (taken !== undefined) await taken;
    }
    after = page.length < PAGE ? head : (page.at(-1)?.position ?? head);
    if ((pages % PAGES === 0 || after >= head) && first !== undefined) {
      database.advance(first, after, (sql) => model.write(sql));
      for (const name of others) database.advance(name, after);
      database.commit();
    }
    progress?.(after);
  }
  return head;
};
