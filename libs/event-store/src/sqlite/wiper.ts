import type { Connection } from './connection.js';

const AGAIN = 1_000;

/**
 * Makes removed bytes leave the write-ahead log too (GDP-02): the file's own pages are overwritten by secure_delete.
 * Another process that is reading can be in the way; then it tries again every second until it is done.
 */
export class Wiper {
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly connection: Connection) {}

  wipe(): void {
    this.stop();
    if (!this.#truncated()) this.#timer = setTimeout(() => this.wipe(), AGAIN).unref();
  }

  stop(): void {
    clearTimeout(this.#timer);
  }

  #truncated(): boolean {
    try {
      const [result] = this.connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
      return result?.busy === 0;
    } catch {
      return false;
    }
  }
}
