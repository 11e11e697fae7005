import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { EventStore } from '../event-store.js';
import { newEvent } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { openConnection } from './connection.js';
import { unindexed } from './unindexed.js';
import { unindexedApart } from './unindexed-apart.js';

const folder = scratchFolder();
const EVENTS = 900;
const retention = (stream: string) => (stream.startsWith('short') ? { maxAge: 1e9 } : undefined);
const streamOf = (index: number) => `${index % 3 === 0 ? 'short' : 'long'}-${(index * 37) % 300}`;
const userOf = (index: number) => `user-${(index * 7919) % 90}`;

/** A number below another, of the same turn always the same. */
const scattered = (turn: number, below: number): number => (Math.imul(turn + 1, 0x9e3779b1) >>> 8) % below;

const PAGE = 4096;
/** The first byte of a page: of a table, that leads to others; of an index, that does not. */
const TABLE_INTERIOR = 5;
const INDEX_LEAF = 10;
type Page = Readonly<{ name: string; pageno: number }>;

/** Both ways to find them, as they are asked for short logs and for long ones. */
const bothWays = async (file: string) => {
  const connection = openConnection(file, 1000);
  try {
    return { here: unindexed(connection), apart: await unindexedApart(file) };
  } finally {
    connection.close();
  }
};

describe('events that are not found by what readers seek them by (EVT-12)', () => {
  let bytes: Buffer;
  let pages: readonly Page[];
  let untouched: readonly string[];

  /** What readers are shown, each stream and each user by itself; a read that fails shows that somebody was there. */
  const shown = async (store: EventStore): Promise<readonly string[]> => {
    const streams = [...new Set(Array.from({ length: EVENTS }, (_, index) => streamOf(index)))];
    const users = [...new Set(Array.from({ length: EVENTS }, (_, index) => userOf(index)))];
    const all = { after: -1, upTo: EVENTS * 2 };
    const answers = [
      ...streams.map((stream) => store.read(stream)),
      ...users.map((user) => store.readNaming('userId', user, all)),
    ];
    return (await Promise.allSettled(answers)).map((answer) =>
      answer.status === 'fulfilled' ? JSON.stringify(answer.value) : 'damaged',
    );
  };

  beforeAll(async () => {
    const file = folder.file('whole.db');
    const store = SqliteEventStore.open({ file, retention });
    for (let index = 0; index < EVENTS; index += 1) {
      const data = { userId: userOf(index), schoolId: `school-${index % 40}` };
      await store.append(streamOf(index), [newEvent({ data })], 'any');
    }
    untouched = await shown(store);
    await store.close();
    const sql = new Database(file);
    pages = sql.prepare('SELECT name, pageno FROM dbstat').all() as Page[];
    sql.close();
    bytes = readFileSync(file);
  });
  afterAll(folder.remove);

  const pagesOf = (name: string) =>
    pages.filter((page) => page.name === name).map(({ pageno }) => (pageno - 1) * PAGE);
  const changed = (change: (file: Buffer) => void): string => {
    const file = folder.file('changed.db');
    const copy = Buffer.from(bytes);
    change(copy);
    writeFileSync(file, copy);
    return file;
  };
  /** Whether somebody is shown something else. */
  const misleads = async (file: string): Promise<boolean> => {
    const store = SqliteEventStore.open({ file, retention });
    const seen = await shown(store);
    await store.close();
    return seen.some((answer, index) => answer !== untouched[index]);
  };

  const indexes = [
    'sqlite_autoindex_stream_1',
    'sqlite_autoindex_event_1',
    'lasting_by_userId',
    'passing_by_userId',
  ];

  it('are none in a file that nobody touched', async () => {
    expect(await bothWays(folder.file('whole.db'))).toEqual({ here: [], apart: [] });
  });

  it('are found for each byte of an index that misleads somebody', async () => {
    const places = indexes.flatMap(pagesOf);
    let misleading = 0;
    for (let round = 0; misleading < 20; round += 1) {
      const at = places[scattered(round, places.length)]! + scattered(round + 1000, PAGE);
      const file = changed((copy) => (copy[at]! ^= 1 + scattered(round + 5000, 255)));
      if (!(await misleads(file))) continue;
      misleading += 1;
      const found = await bothWays(file).then(
        ({ here, apart }) => [here.length > 0, apart.length > 0],
        // What the driver cannot read it says itself.
        () => [true, true],
      );
      expect({ at, found }).toEqual({ at, found: [true, true] });
    }
  });

  it.each(indexes)('are found where two entries of %s changed places', async (name) => {
    const page = pagesOf(name).find((at) => bytes[at] === INDEX_LEAF)!;
    const file = changed((copy) => {
      const [one, other] = [page + 8, page + 6 + 2 * copy.readUInt16BE(page + 3)];
      const pointer = copy.readUInt16BE(one);
      copy.writeUInt16BE(copy.readUInt16BE(other), one);
      copy.writeUInt16BE(pointer, other);
    });
    expect(await misleads(file)).toBe(true);
    const found = await bothWays(file);
    expect(found.here).not.toEqual([]);
    expect(found.apart).not.toEqual([]);
  });

  it.each(['event', 'stream'])(
    'are found where the table %s leads past a row to whoever seeks it',
    async (name) => {
      const page = pagesOf(name).find((at) => bytes[at] === TABLE_INTERIOR)!;
      const file = changed((copy) => {
        // The key of the first cell, behind the number of the page it leads to: the last of its rows is sought in the next.
        const key = page + copy.readUInt16BE(page + 12) + 4;
        copy[copy[key]! < 0x80 ? key : key + 1]! -= 1;
      });
      expect(await misleads(file)).toBe(true);
      const { here, apart } = await bothWays(file);
      expect(here).toEqual([expect.any(Number)]);
      expect(apart).toEqual(here);
    },
  );

  it('are looked for no longer by whoever has seen enough', async () => {
    const enough = new AbortController();
    const found = unindexedApart(folder.file('whole.db'), enough.signal);
    enough.abort(new Error('seen enough'));
    await expect(found).rejects.toThrow('seen enough');
    await expect(unindexedApart(folder.file('whole.db'), enough.signal)).rejects.toThrow('seen enough');
  });
});
