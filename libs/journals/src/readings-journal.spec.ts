import { readdirSync, writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { scratchFolder } from '#event-store/testing';
import type { Reading } from './reading.js';
import { ReadingsJournal, readingsFolder } from './readings-journal.js';

const scratch = scratchFolder();
afterAll(scratch.remove);

const readingAt = (at: string): Reading => ({
  at,
  operator: 'anne',
  command: 'replay',
  about: { user: 'u1' },
  reason: null,
});

const journalIn = async (name: string, ...instants: readonly string[]) => {
  const folder = readingsFolder(scratch.file(name));
  const journal = new ReadingsJournal(folder);
  for (const at of instants) await journal.append(readingAt(at));
  return { folder, journal };
};

describe('the journal of readings (GDP-09)', () => {
  it('tells them in order, whole or of a period', async () => {
    const [first, second, third] = [
      '2026-11-22T23:59:59.999Z',
      '2026-11-23T00:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
    ];
    const { journal } = await journalIn('told', second, third, first);
    const told = (period?: object) => journal.readings(period).map(({ at }) => at);
    expect(told()).toEqual([first, second, third]);
    expect(told({ from: second })).toEqual([second, third]);
    expect(told({ until: second })).toEqual([first, second]);
    expect(told({ from: '2026-11-24T00:00:00.000Z' })).toEqual([]);
    expect((await journalIn('nobody-read')).journal.readings()).toEqual([]);
  });

  it('keeps each for twelve months after its day, and no longer (GDP-01)', async () => {
    const { folder, journal } = await journalIn(
      'swept',
      '2026-11-22T08:00:00.000Z',
      '2026-11-22T09:00:00.000Z',
      '2026-11-23T08:00:00.000Z',
    );
    expect(await journal.sweep('2027-11-22T23:59:59.999Z')).toBe(0);
    expect(await journal.sweep('2027-11-23T00:00:00.000Z')).toBe(2);
    expect(journal.readings().map(({ at }) => at)).toEqual(['2026-11-23T08:00:00.000Z']);
    expect(await journal.sweep('2027-11-23T00:00:00.000Z')).toBe(0);
    expect(readdirSync(folder)).toEqual(['2026-11-23.ndjson']);
  });

  it('touches no file that is not its own', async () => {
    const { folder, journal } = await journalIn('foreign', '2026-11-22T08:00:00.000Z');
    writeFileSync(`${folder}/2020-01-01.ndjson.copy`, 'somebody else’s');
    await journal.sweep('2030-01-01T00:00:00.000Z');
    expect(readdirSync(folder)).toEqual(['2020-01-01.ndjson.copy']);
    expect(await new ReadingsJournal(scratch.file('none')).sweep('2030-01-01T00:00:00.000Z')).toBe(0);
  });
});
