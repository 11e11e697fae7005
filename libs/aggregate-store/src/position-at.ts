import type { EventStore } from '#event-store';

const timeOf = async (store: EventStore, after: number) => {
  const [event] = await store.readAll(after, 1);
  return event === undefined
    ? undefined
    : { position: event.position, at: String(event.metadata['at'] ?? '') };
};

/**
 * A position before which, give or take the moments by which writers' clocks differ, everything happened before this instant. Events
 * of data keys say no time and are passed over. Some twenty reads, whatever the length of the log.
 */
export const positionAt = async (store: EventStore, instant: string): Promise<number> => {
  let [low, high] = [-1, await store.head()];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    let found = await timeOf(store, middle);
    while (found?.at === '') found = await timeOf(store, found.position);
    if (found === undefined || found.at >= instant) high = middle;
    else low = Math.max(found.position, middle + 1);
  }
  return low;
};
