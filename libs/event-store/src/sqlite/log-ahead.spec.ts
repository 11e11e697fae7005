import { afterAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import type { StoredEvent } from '../event-store.js';
import { newEvent, newEvents } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();
/** Enough for the thread to be started. */
const EVENTS = 20_500;

const filled = async (name: string) => {
  const file = folder.file(name);
  const store = SqliteEventStore.open({
    file,
    retention: (stream) => (stream === 'last' ? { maxCount: 1 } : undefined),
  });
  for (let stream = 0; stream < EVENTS / 500; stream += 1)
    await store.append(stream % 7 === 0 ? 'last' : `stream-${stream}`, newEvents(500), 'any');
  return { store, file };
};

const allOf = async (pages: AsyncIterable<readonly StoredEvent[]>) => {
  const all: StoredEvent[] = [];
  for await (const page of pages) all.push(...page);
  return all;
};

describe('a long log that a thread reads ahead', () => {
  afterAll(folder.remove);

  it('is what it is read page by page: in order, whole, without what retention took', async () => {
    const { store } = await filled('whole.db');
    const ahead = await allOf(store.storedPages(-1));
    expect(ahead).toEqual(await store.readStored(-1, EVENTS));
    expect(ahead.filter(({ stream }) => stream === 'last')).toHaveLength(1);
    expect(await allOf(store.storedPages(ahead[99]!.position))).toEqual(ahead.slice(100));
    await store.close();
  });

  it('holds the events that are asked for, by the name of their stream and by their type', async () => {
    const { store } = await filled('asked.db');
    for (const stream of ['stream-1', 'stream-12', 'other'])
      await store.append(stream, [newEvent({ type: 'NothingHappened' }), newEvent()], 'any');
    const all = await store.readStored(-1, EVENTS + 6);
    const asked = { streams: ['stream-1', 'oth'], except: ['NothingHappened', 'NeverHappened'] };
    const found = await allOf(store.storedPages(-1, asked));
    expect(found).toEqual(
      all.filter(({ stream, type }) => /^(stream-1|oth)/.test(stream) && type === 'SomethingHappened'),
    );
    expect(new Set(found.map(({ stream }) => stream))).toContain('stream-12');
    expect(await allOf(store.storedPages(-1, { except: ['SomethingHappened'] }))).toHaveLength(3);
    await store.close();
  });

  it('ends for whoever has seen enough, and the store closes', async () => {
    const { store } = await filled('enough.db');
    for await (const [event] of store.storedPages(-1)) {
      expect(event?.revision).toBe(0);
      break;
    }
    await store.close();
  });

  it('gives an altered event with its neighbours as they are, though its page does not come apart', async () => {
    const { store, file } = await filled('altered.db');
    const before = await allOf(store.storedPages(-1));
    const { position } = before[1000]!;
    const sql = new Database(file);
    sql.prepare(`UPDATE lasting SET data = char(30) WHERE position = ?`).run(position);
    sql.close();
    const after = await allOf(store.storedPages(-1));
    expect(after).toEqual(
      before.map((event) => (event.position === position ? { ...event, data: '\x1e' } : event)),
    );
    await store.close();
  });

  it('says so when the file can no longer be read', async () => {
    const { store, file } = await filled('broken.db');
    const sql = new Database(file);
    sql.exec('DROP VIEW recorded');
    sql.close();
    await expect(allOf(store.storedPages(-1))).rejects.toThrow('cannot answer');
    await store.close();
  });
});
