import { randomUUID } from 'node:crypto';
import type { NewEvent } from '../event-store.js';

/** An event to append, with a fresh id and whatever of it does not matter to the spec filled in. */
export const newEvent = (given: Partial<NewEvent> = {}): NewEvent => ({
  id: randomUUID(),
  type: 'SomethingHappened',
  data: {},
  metadata: {},
  ...given,
});

export const newEvents = (count: number): NewEvent[] => Array.from({ length: count }, () => newEvent());
