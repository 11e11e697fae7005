import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Sql } from './sql.js';

const MARK = 'to be scrubbed';
const SOON_MS = 200;
/** After an attempt that failed. */
const LATER_MS = 10_000;
const program = fileURLToPath(new URL('./scrub.child.js', import.meta.url));

/**
 * Writes a read model's file anew after somebody was deleted from it (GDP-02). `secure_delete` zeroes the row itself; but rows
 * that SQLite moved between pages before left copies behind, and the write-ahead log has its own. The list of a million people
 * takes seconds, so a process of its own does it: one that may end at any moment, where a thread in the middle of the driver takes
 * everything with it. What is cut short is done after the next start.
 */
export class Scrubber {
  private timer: NodeJS.Timeout | undefined;
  private running: ChildProcess | undefined;

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
    this.running?.kill();
  }

  private isDue(): boolean {
    return this.sql.prepare('SELECT 1 FROM checkpoint WHERE name = ?').get(MARK) !== undefined;
  }

  private soon(delay = SOON_MS): void {
    this.timer ??= setTimeout(() => this.scrub(), delay).unref();
  }

  private scrub(): void {
    const child = spawn(process.execPath, [program, this.file, MARK], { stdio: 'ignore' });
    child.unref();
    // The mark stays where it failed: it is tried again then, and after the next start.
    child.on('error', () => undefined);
    child.on('close', (code) => {
      const stopped = this.timer === undefined;
      this.timer = undefined;
      if (!stopped && this.isDue()) this.soon(code === 0 ? SOON_MS : LATER_MS);
    });
    this.running = child;
  }
}
