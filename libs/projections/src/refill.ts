import { eventOf, type EventStore, type RecordedEvent } from '#event-store';
import type { Draft } from './draft.js';
import { MOVE } from './file-shape.js';

/** A read model as it is filled anew, many events at a time. */
export type Refilled = Readonly<{
  /** Name their checkpoints. */
  names: readonly string[];
  /** Beginnings of the names of streams that concern it: what is of no concern is not even read. */
  streams: readonly string[];
  /** Takes in an event that concerns it. */
  take(event: RecordedEvent): Promise<void> | void;
  /** Writes what it took in since it wrote last. */
  write(draft: Draft): Promise<void>;
}>;

type Options = Readonly<{
  draft: Draft;
  store: EventStore;
  model: Refilled;
  /** Told the position that is behind, after each page. */
  progress?(position: number): void;
}>;

/** Events between two writes: memory does not grow with the log, and what happens to one person in between is written once. */
const STRETCH = 5_000;

/** Fills a read model from the beginning of the log to its head, and answers how far it came. Nobody waits for it, so nothing gives way. */
export const refill = async ({ draft, store, model, progress }: Options): Promise<number> => {
  const head = await store.head();
  let [seen, written] = [-1, -1];
  const write = async (position: number): Promise<void> => {
    await model.write(draft);
    for (const name of model.names) draft.prepare(MOVE).run(name, position);
    draft.commit();
    written = position;
  };
  for await (const page of store.storedPages(-1, model.streams)) {
    for (const stored of page) {
      const taken = model.take(eventOf(stored));
      // A turn of the queue for each of ten million events would take longer than most of them do.
      if (taken !== undefined) await taken;
    }
    seen = page.at(-1)?.position ?? seen;
    if (seen - written >= STRETCH) await write(seen);
    progress?.(seen);
    if (seen >= head) break;
  }
  // What came last may have left since.
  const end = Math.max(seen, head);
  await write(end);
  return end;
};
