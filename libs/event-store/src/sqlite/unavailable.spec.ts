import { writeFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '../errors.js';
import { newEvent, newEvents } from '../testing/new-event.js';
import { scratchFolder } from '../testing/scratch-folder.js';
import { openConnection } from './connection.js';
import { SqliteEventStore } from './sqlite-event-store.js';

const folder = scratchFolder();

describe('SqliteEventStore that cannot write (EVT-11)', () => {
  afterAll(folder.remove);

  it('says so when the disk is full, keeps nothing half-written, and goes on when there is room again', async () => {
    const connection = openConnection(folder.file('full.db'), 10);
    const store = new SqliteEventStore(connection, {});
    await store.append('a', newEvents(1), 'none');
    connection.pragma('max_page_count = 1');
    const big = newEvent({ data: { text: 'x'.repeat(1_000_000) } });
    const group = await Promise.allSettled([
      store.append('b', newEvents(1), 'none'),
      store.append('a', [newEvent(), big], 0),
    ]);
    for (const result of group) {
      expect(result.status === 'rejected' && result.reason).toBeInstanceOf(StoreUnavailable);
    }
    expect(await store.readAll(-1, 10)).toHaveLength(1);
    connection.pragma('max_page_count = 1000000');
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
    const connection = openConnection(folder.file('silent.db'), 10);
    const store = new SqliteEventStore(connection, {});
    connection.pragma('max_page_count = 1');
    const data = { key: 'canary-4711', padding: 'x'.repeat(100_000) };
    const error = await store.append('a', [newEvent({ data })], 'none').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(StoreUnavailable);
    const { message, stack, cause } = error as Error;
    expect(`${message} ${stack} ${String(cause)} ${JSON.stringify(cause)}`).not.toContain('canary');
    await store.close();
  });
});
