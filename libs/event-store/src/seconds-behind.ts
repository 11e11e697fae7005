import type { EventStore } from './event-store.js';

/** Some events, those of data keys, do not say when they happened; one that does comes soon after. */
const LOOK_AHEAD = 100;

/** For how long the first event after a position has been waiting, in seconds; 0 when there is none. Rejects with StoreUnavailable. */
export const secondsBehind = async (store: EventStore, position: number): Promise<number> => {
  const waiting = await store.readAll(position, LOOK_AHEAD);
  const at = waiting.map(({ metadata }) => metadata['at']).find((when) => typeof when === 'string');
  return at === undefined ? 0 : Math.max(0, (Date.now() - Date.parse(at)) / 1000);
};
