import type { Retention } from './retention.js';

/** What retention asks of an event: times in milliseconds, `last` is the revision of the stream's last event. */
export type Kept = Readonly<{ recordedAt: number; revision: number; last: number; now: number }>;

/** Whether an event is still there: neither too old nor too far from the stream's end. */
export function isKept(retention: Retention | undefined, event: Kept): boolean {
  if (!retention) return true;
  return (
    event.recordedAt > keptAfter(retention, event.now) && event.revision > keptAbove(retention, event.last)
  );
}

/** Events recorded at or before this time (ms) have expired. */
export const keptAfter = (retention: Retention | undefined, now: number): number =>
  retention?.maxAge === undefined ? Number.MIN_SAFE_INTEGER : now - retention.maxAge * 1000;

/** Events at or below this revision have been crowded out. */
export const keptAbove = (retention: Retention | undefined, last: number): number =>
  retention?.maxCount === undefined ? -1 : last - retention.maxCount;
