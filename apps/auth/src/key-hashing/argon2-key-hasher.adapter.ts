import { availableParallelism } from 'node:os';
import type { OnApplicationShutdown } from '@nestjs/common';
import type { Metrics } from '#metrics';
import type { Argon2 } from './argon2.js';
import { Argon2Threads } from './argon2-threads.adapter.js';
import { BoundedQueue } from './bounded-queue.adapter.js';
import { KeyHasher } from './key-hasher.js';
import { verifyStored } from './legacy/verify-stored.adapter.js';
import { currentParameters, isWeaker, parametersOf, type Parameters } from './parameters.js';

/** The value of the library's `Algorithm.Argon2id`, a const enum that compilation file by file cannot inline. */
const ARGON2ID = 2;

/** Handed to each thread ahead, so that none waits for the event loop, which goes on with several at a time. */
const ahead = 4;

/** About a second of work for each thread; whoever would wait longer is told to come back. */
const waitingForEach = 64;

type Options = Readonly<{
  parameters?: Parameters;
  threads?: number;
  argon2?: Argon2;
  mostWaiting?: number;
  metrics?: Metrics;
}>;

/** argon2id in native code (KEY-10), the salt is 16 random bytes; it also verifies what was imported from other systems. */
export class Argon2KeyHasher extends KeyHasher implements OnApplicationShutdown {
  private readonly parameters: Parameters;
  private readonly queue: BoundedQueue;
  private readonly argon2: Argon2;

  /** As many threads as there are processors (LOG-08). */
  constructor({
    parameters = currentParameters,
    threads = availableParallelism(),
    argon2 = new Argon2Threads(threads),
    mostWaiting = threads * waitingForEach,
    metrics,
  }: Options = {}) {
    super();
    this.parameters = parameters;
    this.argon2 = argon2;
    const queue = new BoundedQueue(threads * ahead, mostWaiting, (seconds) => metrics?.hashWait.add(seconds));
    this.queue = queue;
    for (const state of ['running', 'waiting'] as const) metrics?.hashes(state, () => queue.depth[state]);
  }

  hash(key: string): Promise<string> {
    const { memory, passes, lanes } = this.parameters;
    const options = { algorithm: ARGON2ID, memoryCost: memory, timeCost: passes, parallelism: lanes };
    return this.queue.run(() => this.argon2.hash(key.normalize('NFC'), options));
  }

  verify(stored: string, key: string): Promise<boolean> {
    return this.queue.run(() => verifyStored(this.argon2, stored, key.normalize('NFC')));
  }

  needsRehash(stored: string): boolean {
    return isWeaker(parametersOf(stored), this.parameters);
  }

  isBusy(): boolean {
    return this.queue.isFull();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.argon2.close?.();
  }
}
