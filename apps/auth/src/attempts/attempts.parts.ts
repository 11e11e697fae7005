import type { Parts } from '#platform';
import { AttemptsGate } from './attempts.gate.js';
import { BucketBatches } from './bucket.batches.js';
import { Buckets } from './buckets.adapter.js';
import { AttemptsUnderWay } from './under-way.adapter.js';

export const attemptsParts: Parts = {
  providers: [AttemptsGate, AttemptsUnderWay, BucketBatches, Buckets],
};
