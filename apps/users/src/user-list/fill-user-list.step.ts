import { AggregateStore } from '#aggregate-store';
import type { EventStore } from '#event-store';
import type { Publish } from '#messaging';
import { type Draft, refill } from '#projections';
import { DataKeys, OpeningThread } from '#vault';
import { UserListRefill } from './user-list-refill.step.js';

export type Filling = Readonly<{
  store: EventStore;
  masterKeys: readonly Buffer[];
  /** What auth tells. Without it, where messages travel over Kafka, the draft knows what users tell. */
  publishAuth?: Publish;
  /** Events between two writes. */
  stretch?: number;
  /** Told the position that is behind; what it throws ends everything. */
  progress?(position: number): void;
}>;

/** Fills a draft of the user list from the log, and answers the position it knows everything up to. */
export const fillUserList = async (
  draft: Draft,
  { store, masterKeys, publishAuth, stretch, progress }: Filling,
): Promise<number> => {
  const opening = new OpeningThread(masterKeys);
  try {
    const keys = new DataKeys(store, masterKeys, opening);
    const model = new UserListRefill({
      store,
      aggregates: new AggregateStore(store, keys),
      keys,
      publishAuth,
    });
    return await refill({ draft, store, model, stretch, ...(progress && { progress }) });
  } finally {
    await opening.end();
  }
};
