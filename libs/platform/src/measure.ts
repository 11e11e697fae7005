import type { Metrics } from '#metrics';
import type { Readiness } from './readiness/readiness.js';

type Parts = Readonly<{ readiness: Readiness; parked(): number | Promise<number> }>;

/** What every process tells of itself: the checks of its readiness as they are added, and the messages that are parked. */
export const measure = (metrics: Metrics, { readiness, parked }: Parts): void => {
  metrics.parked(parked);
  readiness.onAdded(({ name, check }) =>
    metrics.check(name, async () => {
      try {
        return (await check()) === null ? 1 : 0;
      } catch {
        return 0;
      }
    }),
  );
};
