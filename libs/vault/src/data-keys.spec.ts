import { describe, expect, it } from '@jest/globals';
import { InMemoryEventStore, type RecordedEvent, declaredRetention } from '#event-store';
import { DataKeys } from '#vault';

const MASTER = Buffer.alloc(32, 3);
const NEXT = Buffer.alloc(32, 4);
const open = (store = new InMemoryEventStore({ retention: declaredRetention }), masters = [MASTER]) => ({
  store,
  keys: new DataKeys(store, masters),
});
const hash = ({ id }: RecordedEvent) => `hash of ${id}`;

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
    const other = new DataKeys(store, [NEXT]);
    await expect(other.decrypt('a', envelope, 'c')).rejects.toThrow('another master key');
  });

  it('lets one master key follow another: what each wrapped is read by whoever knows both (EVT-04)', async () => {
    const { store, keys: before } = open();
    const old = await before.encrypt('a', 'of before', 'c');
    const { keys: learned } = open(store, [MASTER, NEXT]);
    const { keys: used } = open(store, [NEXT, MASTER]);
    const young = await used.encrypt('b', 'of after', 'c');
    expect(await used.decrypt('a', old, 'c')).toBe('of before');
    expect(await learned.decrypt('b', young, 'c')).toBe('of after');
    await expect(before.decrypt('b', young, 'c')).rejects.toThrow('another master key');
  });

  it('is wrapped anew once, opens the same, and leaves nothing that the former master key opens (EVT-04)', async () => {
    const { store, keys: before } = open();
    const envelope = await before.encrypt('a', 'x', 'c');
    const [created] = await store.read('data-key-a');
    const { keys: used } = open(store, [NEXT, MASTER]);
    expect(await used.rewrap('a', hash)).toBe(true);
    expect(await used.rewrap('a', hash)).toBe(false);
    expect(await used.rewrap('nobody', hash)).toBe(false);
    const { keys: after } = open(store, [NEXT]);
    expect(await after.decrypt('a', envelope, 'c')).toBe('x');
    const [standing, ...others] = await store.read('data-key-a');
    expect(others).toEqual([]);
    expect(standing).toMatchObject({
      type: 'DataKeyRewrapped',
      metadata: { previous: `hash of ${created!.id}` },
    });
    await expect(before.decrypt('a', envelope, 'c')).rejects.toThrow('another master key');
    await after.destroy('a');
    expect(await after.rewrap('a', hash)).toBe(false);
    expect(await after.decrypt('a', envelope, 'c')).toBeNull();
  });

  it('stores neither the plaintext nor the bare key', async () => {
    const { store, keys } = open();
    await keys.encrypt('a', 'canary-plaintext', 'c');
    const stored = JSON.stringify(await store.readAll(-1, 10));
    expect(stored).not.toContain('canary-plaintext');
    expect(stored).toContain('DataKeyCreated');
  });
});
