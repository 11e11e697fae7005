import { Worker } from 'node:worker_threads';
import { masterKeyId } from './master-key-id.js';

/** A data key as its stream holds it: by which master key it is wrapped, and the result. */
export type WrappedKey = Readonly<{ stream: string; masterKeyId: string; wrapped: string }>;

/** Something encrypted under a data key, and what it is bound to. */
export type Sealed = readonly [envelope: string, context: string];

type Asked = readonly [stream: string, masterKeyId: string, wrapped: string, sealed: readonly Sealed[]];
type Waiter = Readonly<{ resolve(plaintexts: readonly string[]): void; reject(error: unknown): void }>;
/** The plaintexts, or null where one of them does not open. */
type Answer = readonly (readonly string[] | null)[];

/**
 * Opens what lies under data keys in a thread of its own, for whoever opens millions of them and has something else to do meanwhile.
 * What is asked for in one turn of the event loop travels together.
 */
export class OpeningThread {
  readonly #worker: Worker;
  readonly #ended: Promise<unknown>;
  /** Who waits for its answer: one list for each message on its way, in order. */
  readonly #waiting: (readonly Waiter[])[] = [];
  #next: { asked: Asked[]; waiters: Waiter[] } = { asked: [], waiters: [] };
  #failed: unknown;

  constructor(masterKeys: readonly Buffer[]) {
    const workerData = { masterKeys: masterKeys.map((key) => [masterKeyId(key), key]) };
    this.#worker = new Worker(new URL('./opening.worker.js', import.meta.url), { workerData });
    this.#ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.on('message', (answer: string) => settle(this.#waiting.shift() ?? [], answer));
    this.#worker.on('error', (error) => {
      this.#failed = error;
      for (const { reject } of this.#waiting.splice(0).flat()) reject(error);
    });
  }

  /** The plaintexts of what lies under one key. Rejects when the key, an envelope or a context was altered. */
  open(
    { stream, masterKeyId: id, wrapped }: WrappedKey,
    sealed: readonly Sealed[],
  ): Promise<readonly string[]> {
    if (this.#next.asked.length === 0) setImmediate(() => this.#send());
    return new Promise((resolve, reject) => {
      this.#next.asked.push([stream, id, wrapped, sealed]);
      this.#next.waiters.push({ resolve, reject });
    });
  }

  /** Ends the thread, once it has answered. */
  async end(): Promise<void> {
    this.#worker.postMessage('end');
    await this.#ended;
  }

  #send(): void {
    const { asked, waiters } = this.#next;
    this.#next = { asked: [], waiters: [] };
    if (this.#failed !== undefined) return void waiters.forEach(({ reject }) => reject(this.#failed));
    this.#waiting.push(waiters);
    this.#worker.postMessage(JSON.stringify(asked));
  }
}

const settle = (waiters: readonly Waiter[], answer: string): void => {
  for (const [index, plaintexts] of (JSON.parse(answer) as Answer).entries()) {
    if (plaintexts !== null) waiters[index]?.resolve(plaintexts);
    else waiters[index]?.reject(new Error('an envelope does not open: it, its key or its place was altered'));
  }
};
