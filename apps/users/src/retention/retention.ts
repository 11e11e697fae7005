import type { Aggregate } from '#event-sourcing';
import type { RetentionEvent } from './retention.events.js';

/** When the last round was made. */
export type Retention = Readonly<{ lastAt: string | null }>;

/** The record of the retention rounds: one stream, `retention-daily`. */
export const retention: Aggregate<Retention, RetentionEvent> = {
  category: 'retention',
  initial: { lastAt: null },
  settledBy: ['RetentionApplied'],
  evolve: (_state, event) => ({ lastAt: event.data.at }),
};
