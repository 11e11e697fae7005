import type { EventFilter, EventStore, StoredEvent } from '#event-store';
import type { Draft } from './draft.js';
import { MOVE } from './file-shape.js';

/** A read model as it is filled anew, many events at a time. */
export type Refilled = Readonly<{
  /** Name their checkpoints. */
  names: readonly string[];
  /** The events that concern it: what is of no concern is not even read. */
  concerns: EventFilter;
  /** Takes in an event that concerns it; what it says is parsed by whoever asks. */
  take(event: StoredEvent): void;
  /**
   * Writes what it took in until it was called, once `before` has been written; what is taken in meanwhile is for the next time.
   * Called before its turn has come, so that it can have made ready by then what it will write.
   */
  write(draft: Draft, before: Promise<void>): Promise<void>;
}>;

type Options = Readonly<{
  draft: Draft;
  store: EventStore;
  model: Refilled;
  /** Events between two writes. */
  stretch?: number | undefined;
  /** Told the position that is behind, after each page. */
  progress?(position: number): void;
}>;

/** Memory does not grow with the log, and what happens to one person in between is written once. */
const STRETCH = 5_000;

/** Fills a read model from the beginning of the log to its head, and answers how far it came. Nobody waits for it, so nothing gives way. */
export const refill = async ({
  draft,
  store,
  model,
  stretch = STRETCH,
  progress,
}: Options): Promise<number> => {
  const head = await store.head();
  let [seen, written] = [-1, -1];
  /** One stretch is being written and another made ready while the next is taken in, and no more than these. */
  let writing: Promise<void> = Promise.resolve();
  const write = async (position: number): Promise<void> => {
    const before = writing;
    writing = writeUpTo(draft, { model, position, before });
    // Whoever waits for it is told.
    writing.catch(() => undefined);
    written = position;
    await before;
  };
  for await (const page of store.storedPages(-1, model.concerns)) {
    for (const stored of page) {
      model.take(stored);
      if (stored.position - written >= stretch) await write(stored.position);
    }
    seen = page.at(-1)?.position ?? seen;
    progress?.(seen);
    if (seen >= head) break;
  }
  // What came last may have left since.
  const end = Math.max(seen, head);
  await write(end);
  await writing;
  return end;
};

type Stretch = Readonly<{ model: Refilled; position: number; before: Promise<void> }>;

const writeUpTo = async (draft: Draft, { model, position, before }: Stretch): Promise<void> => {
  await model.write(draft, before);
  for (const name of model.names) draft.prepare(MOVE).run(name, position);
  draft.commit();
};
