import { readFileSync } from 'node:fs';
import { mkdir, open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { z } from 'zod';

/** A whole line of a journal is no entry of it: somebody has to look. */
export class JournalDamaged extends Error {
  override readonly name = 'JournalDamaged';
  constructor(
    readonly file: string,
    readonly line: number,
  ) {
    super(`${file}: line ${line} is no entry`);
  }
}

/**
 * A file of JSON lines beside the store, for its owner's eyes alone (0600). Every line ends in a newline; one that a crash cut off
 * is passed over, and the next stands by itself.
 */
export class LineJournal<Entry> {
  constructor(
    private readonly file: string,
    private readonly entry: z.ZodType<Entry>,
  ) {}

  /** Durable when it resolves. */
  async append(added: Entry): Promise<void> {
    await mkdir(dirname(this.file), { recursive: true, mode: 0o700 });
    const cutOff = /[^\n]$/.test(this.text());
    const handle = await open(this.file, 'a', 0o600);
    try {
      // In one write: of two processes each has lines of its own.
      await handle.appendFile(`${cutOff ? '\n' : ''}${JSON.stringify(added)}\n`);
      await handle.sync();
    } finally {
      await handle.close();
    }
  }

  /** Everything in it, in order. Throws JournalDamaged. */
  entries(): readonly Entry[] {
    return this.lines().map(([number, line]) => {
      try {
        return this.entry.parse(JSON.parse(line));
      } catch {
        throw new JournalDamaged(this.file, number);
      }
    });
  }

  /** How many entries there are, whether they can be read or not. */
  get length(): number {
    return this.lines().length;
  }

  private lines(): readonly (readonly [number: number, line: string])[] {
    return this.text()
      .split('\n')
      .slice(0, -1)
      .map((line, index) => [index + 1, line] as const)
      .filter(([, line]) => line.endsWith('}'));
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
