import type { Parts } from '#platform';
import { RetentionScheduler } from './retention.scheduler.js';

export const retentionParts: Parts = {
  providers: [RetentionScheduler],
};
