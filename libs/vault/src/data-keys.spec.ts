import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore } from '#event-store';
import { DataKeys } from '#vault';

const MASTER = Buffer.alloc(32, 3);
const open = (store = new InMemoryEventStore(), master = MASTER) => ({
  store,
  keys: new DataKeys(store, master),
});

describe('DataKeys', () => {
  it('gives back what was encrypted, in the same context only (EVT-04)', async () => {
    const { keys } = open();
    const envelope = await keys.encrypt('subject-1', 'Zoé Müller', 'user-1/id/UserRegistered/name');
    expect(await keys.decrypt('subject-1', envelope, 'user-1/id/UserRegistered/name')).toBe('Zoé Müller');
    await expect(keys.decrypt('subject-1', envelope, 'user-2/id/UserRegistered/name')).rejects.toThrow();
  });

  it('never makes the same envelope twice (EVT-04)', async () => {
    const { keys } = open();
    expect(await keys.encrypt('a', 'x', 'c')).not.toBe(await keys.encrypt('a', 'x', 'c'));
  });

  it('reads as null once the key is destroyed, and stays destroyed (invariant 10)', async () => {
    const { keys } = open();
    const envelope = await keys.encrypt('subject-1', 'x', 'c');
    await keys.destroy('subject-1');
    await keys.destroy('subject-1');
    expect(await keys.decrypt('subject-1', envelope, 'c')).toBeNull();
    await expect(keys.encrypt('subject-1', 'y', 'c')).rejects.toThrow('deleted');
  });

  it('uses one key however many writers are first', async () => {
    const { keys } = open();
    const envelopes = await Promise.all(
      Array.from({ length: 10 }, (_, i) => keys.encrypt('one', `v${i}`, 'c')),
    );
    const read = await Promise.all(envelopes.map((envelope) => keys.decrypt('one', envelope, 'c')));
    expect(read).toEqual(Array.from({ length: 10 }, (_, i) => `v${i}`));
  });

  it('says so when the master key is another one', async () => {
    const { store, keys } = open();
    const envelope = await keys.encrypt('a', 'x', 'c');
    const other = new DataKeys(store, Buffer.alloc(32, 4));
    await expect(other.decrypt('a', envelope, 'c')).rejects.toThrow('another master key');
  });

  it('stores neither the plaintext nor the bare key', async () => {
    const { store, keys } = open();
    await keys.encrypt('a', 'canary-plaintext', 'c');
    const stored = JSON.stringify(await store.readAll(-1, 10));
    expect(stored).not.toContain('canary-plaintext');
    expect(stored).toContain('DataKeyCreated');
  });
});
