import { Worker } from 'node:worker_threads';
import type { Argon2, Argon2Options } from './argon2.js';

type Waiting = Readonly<{ resolve(result: never): void; reject(error: unknown): void }>;
type Settled = Readonly<{ id: number; result: never; error?: unknown }>;
type Thread = Readonly<{ worker: Worker; waiting: Map<number, Waiting> }>;

/**
 * argon2 in threads of its own, of lower priority than the one that answers requests: under a flood of sign-ins that one
 * would otherwise stand in line for a processor behind the hashes, and the hashes then wait for it. Started as they are needed.
 */
export class Argon2Threads implements Argon2 {
  private readonly threads = new Set<Thread>();
  private lastId = 0;

  constructor(private readonly most: number) {}

  hash(key: string, options: Argon2Options): Promise<string> {
    return this.ask('hash', [key, options]);
  }

  verify(stored: string, key: string): Promise<boolean> {
    return this.ask('verify', [stored, key]);
  }

  /** Ends the threads; what they were computing is rejected. */
  async close(): Promise<void> {
    await Promise.all(Array.from(this.threads, ({ worker }) => worker.terminate()));
  }

  private ask<Result>(kind: 'hash' | 'verify', input: readonly unknown[]): Promise<Result> {
    const { worker, waiting } = this.leastBusy();
    const id = (this.lastId += 1);
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      worker.postMessage({ id, kind, input });
    });
  }

  private leastBusy(): Thread {
    const [least] = [...this.threads].sort((one, other) => one.waiting.size - other.waiting.size);
    const isFree = least?.waiting.size === 0 || this.threads.size >= this.most;
    return least !== undefined && isFree ? least : this.start();
  }

  private start(): Thread {
    const worker = new Worker(new URL('./argon2.worker.js', import.meta.url));
    const thread: Thread = { worker, waiting: new Map() };
    this.threads.add(thread);
    worker.unref();
    worker.on('message', (settled: Settled) => {
      const { resolve, reject } = thread.waiting.get(settled.id)!;
      thread.waiting.delete(settled.id);
      if ('error' in settled) reject(settled.error);
      else resolve(settled.result);
    });
    let cause = new Error('the thread of the hashes has ended');
    worker.on('error', (error: Error) => (cause = error));
    // The next hash starts another.
    worker.on('exit', () => {
      this.threads.delete(thread);
      for (const { reject } of thread.waiting.values()) reject(cause);
    });
    return thread;
  }
}
