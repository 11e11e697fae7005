import type { NewEvent } from './event-store.js';

/** The ids of an append; one id twice in the same append is a defect of the writer. */
export function distinctIds(events: readonly NewEvent[]): readonly string[] {
  const ids = events.map((event) => event.id);
  if (new Set(ids).size !== ids.length)
    throw new TypeError('the events of one append must have different ids');
  return ids;
}
