import { Worker } from 'node:worker_threads';
import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import type { Appraisal } from './judge-key.js';
import { AppraiserBusy, KeyAppraiser } from './key-appraiser.js';

const MOST_WAITING = 16;
const PATIENCE_MS = 4_000;
const IDLE_MS = 60_000;

type Waiting = Readonly<{ resolve(appraisal: Appraisal): void; reject(error: Error): void }>;

/**
 * zxcvbn in a thread of its own, started when a key is chosen and ended after a quiet minute: its dictionaries take some
 * 100 MB and one key up to 300 ms, and neither may be felt by people who sign in.
 */
@Injectable()
export class ZxcvbnKeyAppraiser extends KeyAppraiser implements OnApplicationShutdown {
  private worker: Worker | null = null;
  private idle: NodeJS.Timeout | undefined;
  private readonly waiting = new Map<number, Waiting>();
  private lastId = 0;

  async appraise(key: string, words: readonly string[]): Promise<Appraisal> {
    if (this.waiting.size >= MOST_WAITING) throw new AppraiserBusy();
    clearTimeout(this.idle);
    const worker = (this.worker ??= this.start());
    const id = (this.lastId += 1);
    // A hurry that the thread cannot keep must not hold a request for ever.
    const patience = setTimeout(() => this.waiting.get(id)?.reject(new AppraiserBusy()), PATIENCE_MS);
    try {
      return await new Promise<Appraisal>((resolve, reject) => {
        this.waiting.set(id, { resolve, reject });
        worker.postMessage({ id, key, words });
      });
    } finally {
      clearTimeout(patience);
      this.waiting.delete(id);
      if (this.waiting.size === 0) this.rest();
    }
  }

  prepare(): void {
    this.worker ??= this.start();
    if (this.waiting.size === 0) this.rest();
  }

  async close(): Promise<void> {
    clearTimeout(this.idle);
    const { worker } = this;
    this.worker = null;
    await worker?.terminate();
  }

  onApplicationShutdown(): Promise<void> {
    return this.close();
  }

  private rest(): void {
    clearTimeout(this.idle);
    this.idle = setTimeout(() => void this.close(), IDLE_MS).unref();
  }

  private start(): Worker {
    const worker = new Worker(new URL('./appraise.worker.js', import.meta.url));
    worker.unref();
    worker.on('message', ({ id, appraisal }: { id: number; appraisal: Appraisal }) =>
      this.waiting.get(id)?.resolve(appraisal),
    );
    worker.on('error', (error: Error) => this.fail(worker, error));
    return worker;
  }

  /** A thread that died fails what waited for it; the next key starts another. */
  private fail(worker: Worker, error: Error): void {
    if (this.worker === worker) this.worker = null;
    for (const { reject } of this.waiting.values()) reject(error);
  }
}
