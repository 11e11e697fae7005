import type { ResourceLimits } from 'node:worker_threads';

/** Of a thread that holds a few pages at a time: without limits it would keep what it no longer needs for as long as the machine has memory. */
export const threadLimits: ResourceLimits = { maxYoungGenerationSizeMb: 4, maxOldGenerationSizeMb: 64 };
