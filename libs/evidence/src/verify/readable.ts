import { type EventStore, StoreUnavailable } from '#event-store';

/**
 * What a read of the store answers; undefined where the store answers and this alone cannot be read, because somebody damaged it. Whoever
 * goes through the log names the place. Rejects with StoreUnavailable when the store itself cannot answer.
 */
export const ifReadable = async <Answer>(
  store: EventStore,
  read: () => Promise<Answer>,
): Promise<Answer | undefined> => {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof StoreUnavailable)) throw error;
    await store.head();
    return undefined;
  }
};
