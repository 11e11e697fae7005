import { records, type Decision } from '#event-sourcing';
import type { RetentionEvent } from './retention.events.js';
import type { Retention } from './retention.js';

const DAY = 24 * 3_600_000;

/** Whether a round is due: one a day. */
export const isDue = ({ lastAt }: Retention, at: string): boolean =>
  lastAt === null || Date.parse(at) - Date.parse(lastAt) >= DAY;

/** Records the round that was made; of several replicas that made it one does. */
export const applyRetention = (state: Retention, round: RetentionEvent['data']): Decision<RetentionEvent> =>
  isDue(state, round.at) ? records({ type: 'RetentionApplied', data: { ...round } }) : records();
