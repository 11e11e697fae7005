import type { EventStore } from '#event-store';
import { dataKeysIn } from '#vault';

/** By which master key each data key is wrapped now, by the data key's name. */
export const standingDataKeys = async (store: EventStore): Promise<ReadonlyMap<string, string>> => {
  const standing = new Map<string, string>();
  for await (const { name, masterKeyId } of dataKeysIn(store)) standing.set(name, masterKeyId);
  return standing;
};
