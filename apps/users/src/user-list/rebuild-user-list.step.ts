import { AggregateStore } from '#aggregate-store';
import type { EventStore } from '#event-store';
import type { Publish } from '#messaging';
import { Draft, refill } from '#projections';
import { DataKeys, OpeningThread } from '#vault';
import { UserListRefill } from './user-list-refill.step.js';
import { userListShape } from './user-list.shape.js';

type Options = Readonly<{
  store: EventStore;
  masterKeys: readonly Buffer[];
  /** Where the list stands; what is rebuilt stands beside it until the next start takes it over. */
  file: string;
  /** What auth tells. Without it, where messages travel over Kafka, the list hears of keys and sign-ins from there as ever. */
  publishAuth?: Publish;
  /** Events between two writes. */
  stretch?: number;
  /** Told the position that is behind. */
  progress?(position: number): void;
}>;

/** Makes the user list anew from the log, beside the one that serves. Answers the position it knows everything up to. */
export const rebuildUserList = async ({
  store,
  masterKeys,
  file,
  publishAuth,
  stretch,
  progress,
}: Options): Promise<number> => {
  const draft = new Draft({ file, shape: userListShape });
  const opening = new OpeningThread(masterKeys);
  try {
    const keys = new DataKeys(store, masterKeys, opening);
    const model = new UserListRefill(new AggregateStore(store, keys), keys, publishAuth);
    const end = await refill({ draft, store, model, stretch, ...(progress && { progress }) });
    await draft.publish();
    return end;
  } finally {
    await Promise.all([opening.end(), draft.end()]);
  }
};
