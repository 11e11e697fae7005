import type { EventStore } from '#event-store';
import { eventHash } from '#aggregate-store';
import type { LeafLog } from '../leaf-log/leaf-log.js';
import type { Leaf } from '../leaf/leaf.js';
import type { FindingKind } from './finding.js';

/** Whether the event that belongs at this index still stands in its own place. */
const isInPlace = async (store: EventStore, leaves: LeafLog, index: number): Promise<boolean> => {
  const leaf = leaves.leaf(index);
  if (leaf === undefined) return false;
  const [event] = await store.readAll(leaf.position - 1, 1);
  return event?.position === leaf.position && eventHash(event) === leaf.eventHash;
};

/** What to call an event that does not belong where it stands: `found` is the leaf made of it. */
export const nameMisplaced = async (
  store: EventStore,
  leaves: LeafLog,
  found: Leaf,
  otherwise: FindingKind,
): Promise<FindingKind> => {
  const index = leaves.indexOf(found.eventHash);
  if (index === undefined) return otherwise;
  return (await isInPlace(store, leaves, index)) ? 'duplicated' : 'reordered';
};
