import { Worker } from 'node:worker_threads';
import { GROUP, leafHashes, levelsOver } from '../leaf-log/group.js';
import { RECORD } from '../leaf-log/record.js';
import type { Hash } from '../merkle/hash.js';
import { sha256Tree } from '../merkle/sha256-tree.js';

const BYTES = GROUP * RECORD;

/** Answers the roots over the leaves of full groups. `end` gives back what that took. */
export type GroupRoots = Readonly<{
  rootsOf(records: Buffer): readonly Hash[] | Promise<readonly Hash[]>;
  end(): void;
}>;

export const rootsHere = (categories: readonly string[]): GroupRoots => ({
  rootsOf: (records) =>
    Array.from({ length: Math.floor(records.length / BYTES) }, (_, group) => {
      const leaves = leafHashes(records.subarray(group * BYTES, (group + 1) * BYTES), categories);
      return levelsOver(leaves, sha256Tree).at(-1)![0]!;
    }),
  end: () => undefined,
});

type Waiter = Readonly<{ resolve(roots: readonly Hash[]): void; reject(error: unknown): void }>;

/** Another thread hashes the leaves while this one looks at the events. It answers in the order it was asked. */
export const rootsInAThread = (categories: readonly string[]): GroupRoots => {
  const waiters: Waiter[] = [];
  const worker = new Worker(new URL('./group-roots.worker.js', import.meta.url), {
    workerData: categories,
    resourceLimits: { maxYoungGenerationSizeMb: 4 },
  });
  worker.on('message', (roots: readonly Hash[]) => waiters.shift()?.resolve(roots));
  worker.on('error', (error) => {
    for (const waiter of waiters.splice(0)) waiter.reject(error);
  });
  return {
    rootsOf: (records) =>
      new Promise((resolve, reject) => {
        waiters.push({ resolve, reject });
        worker.postMessage(records);
      }),
    end: () => void worker.terminate(),
  };
};
