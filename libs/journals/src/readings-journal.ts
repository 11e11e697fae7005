import { readdirSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { LineJournal } from './line-journal.js';
import { reading, type Reading } from './reading.js';

const DAY = 24 * 3_600_000;

/** Twelve months (GDP-01), counted from the end of the day a reading stands in. */
export const READINGS_KEPT_DAYS = 365;

const A_DAY = /^(\d{4}-\d{2}-\d{2})\.ndjson$/;

/** Where the readings of an installation are kept. */
export const readingsFolder = (dataFolder: string): string => join(dataFolder, 'readings');

type Period = Readonly<{ from?: string | undefined; until?: string | undefined }>;

/**
 * Who read of the log at the command line (GDP-09). A file for each day (in UTC): what is over leaves as a whole file that nobody
 * writes to any more, so that no reading is lost to a file being written anew.
 */
export class ReadingsJournal {
  constructor(private readonly folder: string) {}

  /** Durable when it resolves. */
  async append(added: Reading): Promise<void> {
    await this.of(added.at.slice(0, 10)).append(added);
  }

  /** The readings of a period (ISO 8601, both ends included), as they happened. Throws JournalDamaged. */
  readings({ from = '', until = '9999' }: Period = {}): readonly Reading[] {
    return this.days()
      .filter((day) => day >= from.slice(0, 10) && day <= until.slice(0, 10))
      .flatMap((day) => this.of(day).entries())
      .filter(({ at }) => at >= from && at <= until)
      .toSorted((one, other) => one.at.localeCompare(other.at));
  }

  /** Removes every reading that was kept for its time, at this instant; answers how many. */
  async sweep(at: string): Promise<number> {
    const oldest = new Date(Date.parse(at) - READINGS_KEPT_DAYS * DAY).toISOString().slice(0, 10);
    let removed = 0;
    for (const day of this.days().filter((each) => each < oldest)) {
      removed += this.of(day).length;
      await rm(this.file(day), { force: true });
    }
    return removed;
  }

  private of(day: string): LineJournal<Reading> {
    return new LineJournal(this.file(day), reading);
  }

  private file(day: string): string {
    return join(this.folder, `${day}.ndjson`);
  }

  /** The days that have readings, the first one first. */
  private days(): readonly string[] {
    try {
      return readdirSync(this.folder)
        .flatMap((name) => A_DAY.exec(name)?.[1] ?? [])
        .toSorted();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
      throw error;
    }
  }
}
