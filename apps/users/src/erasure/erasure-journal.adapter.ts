import { readFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { SETTINGS } from '#platform';
import type { Settings } from '#settings';
import { z } from 'zod';

const entry = z.object({
  userId: z.string(),
  erasedAt: z.string(),
  position: z.number().int(),
  reason: z.string(),
  operators: z.array(z.string()),
  requestId: z.string().optional(),
});

/** Whom to forget again, and how that was decided; an id is all it says of them. */
export type JournalEntry = z.infer<typeof entry>;

/**
 * The erasure journal: a line of JSON for each person, outside the store, so that an older backup of it brings nobody back (GDP-03).
 * Every line ends in a newline; one that a crash cut off is passed over, its erasure is carried out again from the log.
 */
@Injectable()
export class ErasureJournal {
  private readonly file: string;
  private written: Promise<void> = Promise.resolve();

  constructor(@Inject(SETTINGS) { erasuresFile }: Settings) {
    this.file = erasuresFile;
  }

  /** Durable when it resolves. Somebody who is in it already is not written again. */
  append(added: JournalEntry): Promise<void> {
    const written = this.written.then(() => this.write(added));
    this.written = written.catch(() => undefined);
    return written;
  }

  /** Everybody in it, in order. Throws when a whole line is no entry: somebody has to look, rather than somebody come back. */
  entries(): readonly JournalEntry[] {
    const lines = this.text().split('\n');
    const whole = lines.slice(0, -1).filter((line) => line.endsWith('}'));
    const entries = whole.map((line) => entry.parse(JSON.parse(line)));
    // Another process may have written the same person down at the same moment.
    return [...new Map(entries.map((found) => [found.userId, found])).values()];
  }

  private async write(added: JournalEntry): Promise<void> {
    if (this.entries().some(({ userId }) => userId === added.userId)) return;
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const cutOff = /[^\n]$/.test(this.text());
    const handle = await open(this.file, 'a', 0o600);
    try {
      await handle.appendFile(`${cutOff ? '\n' : ''}${JSON.stringify(added)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  private text(): string {
    try {
      return readFileSync(this.file, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return '';
      throw error;
    }
  }
}
