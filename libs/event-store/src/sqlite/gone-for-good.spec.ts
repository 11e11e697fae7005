import { readFileSync, readdirSync, statSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { newEvent } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { openConnection } from './connection.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();

/** Which of the words ("canary….") stand anywhere in the bytes of the database, its log and its index. */
function found(name: string, words: readonly string[]): string[] {
  const files = readdirSync(folder.path).filter((each) => each.startsWith(name));
  const bytes = files.map((each) => readFileSync(folder.file(each)).toString('latin1')).join('\n');
  const all = new Set(bytes.match(/canary[-a-z0-9]*\./g));
  return words.filter((word) => all.has(word));
}

/** Many to a page, a few to a page, and some that overflow several pages. */
const sizeOf = (index: number): number => (index % 50 === 0 ? 9000 : (index * 7919) % 1500);

const marked = (word: string, size: number): ReturnType<typeof newEvent> =>
  newEvent({ data: { secret: word, padding: 'p'.repeat(size) } });

describe('SqliteEventStore and what was destroyed (GDP-02)', () => {
  afterAll(folder.remove);

  it('leaves no byte of a deleted stream in its files, and every byte of the others', async () => {
    const store = SqliteEventStore.open({
      file: folder.file('deleted.db'),
      retention: (stream) => (stream.startsWith('short') ? { maxCount: 1 } : undefined),
    });
    const names = Array.from({ length: 500 }, (_, index) => `stream-${index}`);
    const word = (name: string, round: number): string => `canary-of-${name}-${round}.`;
    for (const round of [0, 1, 2]) {
      await Promise.all(
        names.flatMap((name, index) => [
          store.append(name, [marked(word(name, round), sizeOf(index * 3 + round))], 'any'),
          store.append(`short-${index % 7}`, [marked('short', sizeOf(index))], 'any'),
        ]),
      );
    }
    const all = (some: readonly string[]): string[] =>
      some.flatMap((name) => [0, 1, 2].map((n) => word(name, n)));
    expect(found('deleted', all(names))).toHaveLength(1500);
    expect(await store.purgeExpired()).toBe(1493);
    // Scattered over the file, so that pages are left half empty next to each other.
    const order = names.map((_, index) => names[(index * 211) % names.length] ?? '');
    const [deleted, kept] = [order.slice(0, 450), order.slice(450)];
    for (const [index, name] of deleted.entries()) {
      await store.delete(name);
      if (index % 30 === 29) expect(found('deleted', all(deleted.slice(0, index + 1)))).toEqual([]);
    }
    expect(found('deleted', all(kept))).toHaveLength(150);
    expect(await store.readAll(-1, 1000)).toHaveLength(157);
    await store.close();
    expect(found('deleted', all(deleted))).toEqual([]);
  });

  it('leaves no byte of an expired event once purged', async () => {
    let now = 0;
    const store = SqliteEventStore.open({
      file: folder.file('expired.db'),
      clock: () => now,
      retention: (stream) =>
        stream.startsWith('short') ? { maxAge: 60 } : stream === 'three' ? { maxCount: 3 } : undefined,
    });
    const words = Array.from({ length: 300 }, (_, index) => `canary-${index}.`);
    await store.append(
      'short-1',
      words.slice(0, 120).map((word) => marked(word, 50)),
      'none',
    );
    for (const [index, word] of words.slice(120, 220).entries())
      await store.append(`short-${index + 2}`, [marked(word, 50)], 'none');
    await store.append(
      'three',
      words.slice(220, 290).map((word) => marked(word, 50)),
      'none',
    );
    await store.append(
      'always',
      words.slice(290).map((word) => marked(word, 50)),
      'none',
    );
    expect(await store.purgeExpired()).toBe(67);
    now = 61_000;
    const before = await store.readAll(-1, 1000);
    expect(await store.purgeExpired()).toBe(220);
    expect(await store.purgeExpired()).toBe(0);
    expect(found('expired', words)).toEqual(words.slice(287));
    expect(await store.readAll(-1, 1000)).toEqual(before);
    expect((await store.append('short-1', [marked('again', 1)], 'none')).revision).toBe(120);
    expect((await store.append('three', [marked('again', 1)], 69)).revision).toBe(70);
    await store.close();
  });

  it('wipes the log later when another process was reading at the time', async () => {
    const file = folder.file('read.db');
    const store = SqliteEventStore.open({ file, busyTimeout: 10 });
    await store.append('a', [marked('canary-a.', 10)], 'none');
    const other = openConnection(file, 10);
    other.exec('BEGIN');
    other.prepare('SELECT count(*) FROM event').get();
    await store.delete('a');
    expect(found('read', ['canary-a.'])).toEqual(['canary-a.']);
    other.exec('ROLLBACK');
    other.close();
    while (found('read', ['canary-a.']).length > 0) await new Promise((resolve) => setTimeout(resolve, 50));
    await store.close();
  });

  it('keeps its files to their owner', async () => {
    const file = folder.file('inside/private.db');
    const store = SqliteEventStore.open({ file });
    await store.append('a', [newEvent()], 'none');
    const names = readdirSync(folder.file('inside'));
    expect(names.length).toBeGreaterThan(1);
    for (const name of names) expect(statSync(folder.file(`inside/${name}`)).mode & 0o777).toBe(0o600);
    await store.close();
    expect(statSync(`${file}-wal`).size).toBe(0);
  });
});
