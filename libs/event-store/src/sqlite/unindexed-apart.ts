import { Worker } from 'node:worker_threads';
import { heldTables } from './indexes/held-tables.js';
import { threadLimits } from './thread-limits.js';

/**
 * The same as `unindexed`, found by a thread of its own. Seeking millions of events one by one would read pages of the file in no order:
 * it goes through rows and entries in the order each has, and seeks only where they do not say the same. Rejects with what the driver said, or
 * with the reason of the signal.
 */
export const unindexedApart = (file: string, signal?: AbortSignal): Promise<readonly (number | null)[]> =>
  new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const worker = new Worker(new URL('./unindexed.worker.js', import.meta.url), {
      workerData: { file, tables: heldTables },
      resourceLimits: threadLimits,
    });
    const end = () => worker.postMessage('end');
    signal?.addEventListener('abort', end, { once: true });
    let found: readonly (number | null)[] | undefined;
    worker.on('message', (positions: readonly (number | null)[]) => (found = [...new Set(positions)]));
    worker.on('error', reject);
    worker.on('exit', () => {
      signal?.removeEventListener('abort', end);
      if (found === undefined) reject(signal?.reason ?? new Error('the thread ended'));
      else resolve(found);
    });
  });
