import { appendFileSync, readFileSync, statSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { scratchFolder } from '#event-store/testing';
import { z } from 'zod';
import { JournalDamaged, LineJournal } from './line-journal.js';

const scratch = scratchFolder();
afterAll(scratch.remove);

const journalIn = (name: string) => {
  const file = scratch.file(name);
  return { file, journal: new LineJournal(file, z.object({ n: z.number() })) };
};

describe('a journal of lines', () => {
  it('is empty before the first entry, then holds each in order, for its owner alone (GDP-09)', async () => {
    const { file, journal } = journalIn('new/folder/journal.ndjson');
    expect(journal.entries()).toEqual([]);
    for (const n of [1, 2, 3]) await journal.append({ n });
    expect(journal.entries()).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
    expect(journal.length).toBe(3);
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect(statSync(scratch.file('new/folder')).mode & 0o777).toBe(0o700);
  });

  it('has whole lines of everybody who writes at once', async () => {
    const { file, journal } = journalIn('at-once.ndjson');
    const other = new LineJournal(file, z.object({ n: z.number() }));
    const all = Array.from({ length: 40 }, (_, n) => n);
    await Promise.all(all.map((n) => (n % 2 === 0 ? journal : other).append({ n })));
    expect(
      journal
        .entries()
        .map(({ n }) => n)
        .toSorted((one, two) => one - two),
    ).toEqual(all);
  });

  it('passes over a line that a crash cut off, and writes on after it', async () => {
    const { file, journal } = journalIn('cut.ndjson');
    await journal.append({ n: 1 });
    appendFileSync(file, '{"n":');
    expect(journal.entries()).toEqual([{ n: 1 }]);
    await journal.append({ n: 2 });
    expect(journal.entries()).toEqual([{ n: 1 }, { n: 2 }]);
    expect(readFileSync(file, 'utf8').split('\n')).toHaveLength(4);
  });

  it.each(['{"n":"two"}', '{"n":2}}'])('names the line %s, which is whole and no entry', async (line) => {
    const { file, journal } = journalIn(`damaged-${line.length}.ndjson`);
    await journal.append({ n: 1 });
    appendFileSync(file, `${line}\n`);
    expect(() => journal.entries()).toThrow(new JournalDamaged(file, 2));
    expect(journal.length).toBe(2);
  });
});
