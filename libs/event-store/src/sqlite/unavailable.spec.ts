import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../errors.js';
import { newEvent, newEvents } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { openConnection } from './connection.js';
import { SqliteEventStore } from './sqlite-event-store.js';
import { Writer } from './writer.js';

const folder = scratchFolder();

/** A store whose file may not grow, or may again. */
const cramped = (name: string) => {
  const file = folder.file(name);
  const connection = openConnection(file, 10);
  const pages = (most: number) => writer.then((opened) => opened.exec(`PRAGMA max_page_count = ${most}`));
  const writer = Writer.open(file, 10);
  return { store: new SqliteEventStore(connection, writer, {}), pages };
};

describe('SqliteEventStore that cannot write (EVT-11)', () => {
  afterAll(folder.remove);

  it('says so when the disk is full, keeps nothing half-written, and goes on when there is room again', async () => {
    const { store, pages } = cramped('full.db');
    await store.append('a', newEvents(1), 'none');
    await pages(1);
    const big = newEvent({ data: { text: 'x'.repeat(1_000_000) } });
    const group = await Promise.allSettled([
      store.append('b', newEvents(1), 'none'),
      store.append('a', [newEvent(), big], 0),
    ]);
    for (const result of group) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(StoreUnavailable);
    }
    expect(await store.readAll(-1, 10)).toHaveLength(1);
    await pages(1_000_000);
    expect((await store.append('a', [newEvent(), big], 0)).revision).toBe(2);
    await store.close();
  });

  it('says so when another process holds the lock, and reads meanwhile', async () => {
    const file = folder.file('locked.db');
    const store = SqliteEventStore.open({ file, busyTimeout: 10 });
    await store.append('a', newEvents(1), 'none');
    const other = openConnection(file, 10);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.append('a', newEvents(1), 0)).rejects.toThrow(StoreUnavailable);
    await expect(store.delete('a')).rejects.toThrow(StoreUnavailable);
    expect(await store.read('a')).toHaveLength(1);
    other.exec('ROLLBACK');
    expect((await store.append('a', newEvents(1), 0)).revision).toBe(1);
    other.close();
    await store.close();
  });

  it('says so when the file is not one of ours', () => {
    const file = folder.file('garbage.db');
    writeFileSync(file, 'not a database, but long enough to be looked at '.repeat(100));
    expect(() => SqliteEventStore.open({ file })).toThrow(StoreUnavailable);
  });

  it('keeps the content of events out of the error (EVT-01)', async () => {
    const { store, pages } = cramped('silent.db');
    await pages(1);
    const data = { key: 'canary-4711', padding: 'x'.repeat(100_000) };
    const error = await store.append('a', [newEvent({ data })], 'none').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreUnavailable);
    const { message, stack, cause } = error as Error;
    expect(`${message} ${stack} ${String(cause)} ${JSON.stringify(cause)}`).not.toContain('canary');
    await store.close();
  });
});
