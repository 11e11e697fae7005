import { Worker } from 'node:worker_threads';
import type { Sql } from './sql.js';

const MARK = 'to be scrubbed';
const SOON_MS = 200;

/**
 * Writes a read model's file anew after somebody was deleted from it (GDP-02). `secure_delete` zeroes the row itself; but rows
 * that SQLite moved between pages before left copies behind, and the write-ahead log has its own. A thread does it: the list
 * of a million people takes seconds. What a crash cuts short is done after the next start.
 */
export class Scrubber {
  private timer: NodeJS.Timeout | undefined;
  private running: Worker | undefined;

  constructor(
    private readonly sql: Sql,
    private readonly file: string,
  ) {
    if (this.isDue()) this.soon();
  }

  /** Notes in the transaction that deletes something that the file has to be written anew. */
  due(): void {
    if (this.file === ':memory:') return;
    this.sql
      .prepare(
        'INSERT INTO checkpoint (name, position) VALUES (?, 1) ON CONFLICT (name) DO UPDATE SET position = position + 1',
      )
      .run(MARK);
    this.soon();
  }

  stop(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.running?.terminate();
  }

  private isDue(): boolean {
    return this.sql.prepare('SELECT 1 FROM checkpoint WHERE name = ?').get(MARK) !== undefined;
  }

  private soon(): void {
    this.timer ??= setTimeout(() => this.scrub(), SOON_MS).unref();
  }

  private scrub(): void {
    const workerData = { file: this.file, mark: MARK };
    const worker = new Worker(new URL('./scrub.worker.js', import.meta.url), { workerData });
    worker.unref();
    // The mark stays where it failed: it is tried again then, and after the next start.
    worker.on('error', () => undefined);
    worker.on('exit', () => {
      const stopped = this.timer === undefined;
      this.timer = undefined;
      if (!stopped && this.isDue()) this.soon();
    });
    this.running = worker;
  }
}
