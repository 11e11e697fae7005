import { eventHash } from '#aggregate-store';
import type { JsonValue, RecordedEvent } from '#event-store';
import { categoryOf } from './category.js';
import type { Leaf } from './leaf.js';

/** The latest time a leaf can say, in milliseconds: 48 bits, all ones left out. */
export const LAST_TIME = 2 ** 48 - 2;

/** The time a leaf says, from what an event says of it. */
export const millisecondsOf = (at: JsonValue | undefined): number | null => {
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  return time >= 0 && time <= LAST_TIME ? time : null;
};

/** The leaf of an event; anybody who has the event can make it again. */
export const leafOf = (event: RecordedEvent): Leaf => ({
  position: event.position,
  category: categoryOf(event.stream),
  at: millisecondsOf(event.metadata['at']),
  eventHash: eventHash(event),
});
