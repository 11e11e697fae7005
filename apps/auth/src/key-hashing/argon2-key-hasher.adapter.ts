import { availableParallelism } from 'node:os';
import { type Algorithm, hash } from '@node-rs/argon2';
import type { Metrics } from '#metrics';
import { BoundedQueue } from './bounded-queue.adapter.js';
import { KeyHasher } from './key-hasher.js';
import { verifyStored } from './legacy/verify-stored.adapter.js';
import { currentParameters, isWeaker, parametersOf, type Parameters } from './parameters.js';

/** The value of `Algorithm.Argon2id`, a const enum that compilation file by file cannot inline. */
const ARGON2ID = 2 as Algorithm.Argon2id;

/** About a second of work for each at once; whoever would wait longer is told to come back. */
const waitingForEach = 64;

type Options = Readonly<{
  parameters?: Parameters;
  concurrency?: number;
  mostWaiting?: number;
  metrics?: Metrics;
}>;

/** argon2id in native code (KEY-10), the salt is 16 random bytes; it also verifies what was imported from other systems. */
export class Argon2KeyHasher extends KeyHasher {
  private readonly parameters: Parameters;
  private readonly queue: BoundedQueue;

  constructor({ parameters = currentParameters, concurrency, mostWaiting, metrics }: Options = {}) {
    super();
    // One more than there are cores, so that none waits for the event loop to hand over the next (LOG-08).
    const atOnce = concurrency ?? availableParallelism() + 1;
    this.parameters = parameters;
    const queue = new BoundedQueue(atOnce, mostWaiting ?? atOnce * waitingForEach, (seconds) =>
      metrics?.hashWait.add(seconds),
    );
    this.queue = queue;
    for (const state of ['running', 'waiting'] as const) metrics?.hashes(state, () => queue.depth[state]);
  }

  hash(key: string): Promise<string> {
    const { memory, passes, lanes } = this.parameters;
    const options = { algorithm: ARGON2ID, memoryCost: memory, timeCost: passes, parallelism: lanes };
    return this.queue.run(() => hash(key.normalize('NFC'), options));
  }

  verify(stored: string, key: string): Promise<boolean> {
    return this.queue.run(() => verifyStored(stored, key.normalize('NFC')));
  }

  needsRehash(stored: string): boolean {
    return isWeaker(parametersOf(stored), this.parameters);
  }

  isBusy(): boolean {
    return this.queue.isFull();
  }
}
