import { Inject, Injectable } from '@nestjs/common';
import { LineJournal } from '#journals';
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

/** The erasure journal: a line for each person, outside the store, so that an older backup of it brings nobody back (GDP-03). */
@Injectable()
export class ErasureJournal {
  private readonly journal: LineJournal<JournalEntry>;
  private written: Promise<void> = Promise.resolve();

  constructor(@Inject(SETTINGS) { erasuresFile }: Settings) {
    this.journal = new LineJournal(erasuresFile, entry);
  }

  /** Durable when it resolves. Somebody who is in it already is not written again. */
  append(added: JournalEntry): Promise<void> {
    const written = this.written.then(() => this.write(added));
    this.written = written.catch(() => undefined);
    return written;
  }

  /** Everybody in it, in order. Throws JournalDamaged: somebody has to look, rather than somebody come back. */
  entries(): readonly JournalEntry[] {
    // Another process may have written the same person down at the same moment.
    return [...new Map(this.journal.entries().map((found) => [found.userId, found])).values()];
  }

  private async write(added: JournalEntry): Promise<void> {
    if (this.entries().some(({ userId }) => userId === added.userId)) return;
    await this.journal.append(added);
  }
}
