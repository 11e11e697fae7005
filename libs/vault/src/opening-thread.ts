import { Worker } from 'node:worker_threads';
import { masterKeyId } from './master-key-id.js';

/** A data key as its stream holds it: by which master key it is wrapped, and the result. */
export type WrappedKey = Readonly<{ stream: string; masterKeyId: string; wrapped: string }>;

/** Something encrypted under a data key, and what it is bound to. */
export type Sealed = readonly [envelope: string, context: string];

/** What lies under one key. */
export type Locked = readonly [key: WrappedKey, sealed: readonly Sealed[]];

/** It holds little for long: more room than that, which its process may have, makes it no faster. */
const YOUNG_MB = 12;

type Plaintexts = readonly (readonly string[])[];
type Waiter = Readonly<{ resolve(plaintexts: Plaintexts): void; reject(error: unknown): void }>;

/**
 * Opens what lies under data keys in a thread of its own, for whoever opens millions of them and has something else to do meanwhile.
 */
export class OpeningThread {
  readonly #worker: Worker;
  readonly #ended: Promise<unknown>;
  /** Who waits for its answer, in order. */
  readonly #waiting: Waiter[] = [];
  #failed: unknown;

  constructor(masterKeys: readonly Buffer[]) {
    const workerData = { masterKeys: masterKeys.map((key) => [masterKeyId(key), key]) };
    this.#worker = new Worker(new URL('./opening.worker.js', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.on('message', (answer: string | null) => settle(this.#waiting.shift(), answer));
    this.#worker.on('error', (error) => {
      this.#failed = error;
      for (const { reject } of this.#waiting.splice(0)) reject(error);
    });
  }

  /** The plaintexts of what lies under each of these keys. Rejects when one of the keys, envelopes or contexts was altered. */
  open(locked: readonly Locked[]): Promise<Plaintexts> {
    return new Promise((resolve, reject) => {
      if (this.#failed !== undefined) return reject(this.#failed as Error);
      this.#waiting.push({ resolve, reject });
      // Text both ways: the runtime writes and reads it several times faster than it clones as many small values.
      this.#worker.postMessage(JSON.stringify(locked));
    });
  }

  /** Ends the thread, once it has answered. */
  async end(): Promise<void> {
    this.#worker.postMessage('end');
    await this.#ended;
  }
}

const settle = (waiter: Waiter | undefined, answer: string | null): void => {
  if (answer !== null) waiter?.resolve(JSON.parse(answer) as Plaintexts);
  else waiter?.reject(new Error('an envelope does not open: it, its key or its place was altered'));
};
