import { renameSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { Worker } from 'node:worker_threads';
import { makingOf } from './file-shape.js';
import { nextOf, remove } from './projection-file.js';
import type { Value, Writes } from './sql.js';

/** A statement, and all the values it is run with one after the other: its text need not travel with each. */
type Repeated = readonly [text: string, each: (readonly Value[])[]];
type Task =
  | Readonly<{ kind: 'rows'; text: string; values: readonly Value[] }>
  /** As JSON: the runtime writes and reads text several times faster than it clones as many small values. */
  | Readonly<{ kind: 'write'; statements: string }>
  | Readonly<{ kind: 'whole' }>;
/** Of the thread, which holds little for long: more room than that, which its process may have, makes it no faster. */
const YOUNG_MB = 12;

type Waiter = Readonly<{ resolve(rows: readonly unknown[]): void; reject(error: unknown): void }>;

/**
 * A read model's file that is filled anew while the old one serves. A thread writes it: what is to be written next is made meanwhile.
 * Once `publish` has put it in place it is what the next `ProjectionDatabase.open` finds.
 */
export class Draft implements Writes {
  readonly #file: string;
  readonly #worker: Worker;
  readonly #ended: Promise<unknown>;
  readonly #waiters: Waiter[] = [];
  #waiting: Repeated[] = [];
  #failed: unknown;

  constructor(private readonly of: Readonly<{ file: string; shape: string }>) {
    this.#file = `${of.file}.draft`;
    remove(this.#file);
    const workerData = { file: this.#file, making: makingOf(of.shape) };
    this.#worker = new Worker(new URL('./draft.worker.js', import.meta.url), {
      workerData,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    });
    this.#ended = new Promise((resolve) => this.#worker.once('exit', resolve));
    this.#worker.on('message', (rows: readonly unknown[]) => this.#waiters.shift()?.resolve(rows));
    this.#worker.on('error', (error) => {
      this.#failed = error;
      for (const { reject } of this.#waiters.splice(0)) reject(error);
    });
  }

  /** A statement for the next `commit`. */
  prepare(text: string) {
    return {
      run: (...values: readonly Value[]): void => {
        const last = this.#waiting.at(-1);
        if (last?.[0] === text) last[1].push(values);
        else this.#waiting.push([text, [values]]);
      },
    };
  }

  /** Rows as they are once everything that was committed before is written. Rejects when something could not be written. */
  rows(text: string, ...values: readonly Value[]): Promise<readonly unknown[]> {
    return this.#ask({ kind: 'rows', text, values });
  }

  /** Has everything since the last one written. What goes wrong is told to whoever asks next; the draft is then worth nothing. */
  commit(): void {
    const statements = JSON.stringify(this.#waiting);
    this.#waiting = [];
    void this.#ask({ kind: 'write', statements }).catch(() => undefined);
  }

  /** Puts it in its place, whole and on the disk. */
  async publish(): Promise<void> {
    const file = await open(this.#file, 'r+');
    try {
      // The disk takes in what is written already while the rest is.
      await Promise.all([file.sync(), this.#ask({ kind: 'whole' })]);
      await file.sync();
    } finally {
      await file.close();
    }
    renameSync(this.#file, nextOf(this.of.file));
  }

  /** Has everything written, and answers where it stands until `end`, for whoever only looks at it. */
  async finished(): Promise<string> {
    await this.#ask({ kind: 'whole' });
    return this.#file;
  }

  /** Ends the thread, and takes away what was not published. */
  async end(): Promise<void> {
    this.#worker.postMessage({ kind: 'end' });
    await this.#ended;
    remove(this.#file);
  }

  #ask(task: Task): Promise<readonly unknown[]> {
    return new Promise((resolve, reject) => {
      if (this.#failed !== undefined) return reject(this.#failed as Error);
      this.#waiters.push({ resolve, reject });
      this.#worker.postMessage(task);
    });
  }
}
