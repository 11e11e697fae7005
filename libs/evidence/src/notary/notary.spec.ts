import { generateKeyPairSync } from 'node:crypto';
import { afterEach, describe, expect, it } from '@jest/globals';
import { type EventStore, InMemoryEventStore, StoreUnavailable } from '#event-store';
import { eventually } from '#event-store/testing';
import { openCheckpoint } from '../checkpoint/open-checkpoint.js';
import { signCheckpoint } from '../checkpoint/sign-checkpoint.js';
import { LeafLog } from '../leaf-log/leaf-log.js';
import { sameHash } from '../merkle/hash.js';
import { noteKeyOf } from '../note/sign-note.js';
import { InMemoryPublisher } from '../testing/in-memory-publisher.js';
import { Journey } from '../testing/journey.js';
import { verifyStore } from '../verify/verify-store.js';
import { Notary, type NotaryOptions } from './notary.js';

const { privateKey } = generateKeyPairSync('ed25519');
const signer = { name: 'trousseau.example/log/1', privateKey };
const key = noteKeyOf(signer);
const never = { events: Infinity, milliseconds: Infinity };

const running: Notary[] = [];
afterEach(() => Promise.all(running.splice(0).map((notary) => notary.stop())));

type Given = Partial<NotaryOptions & { publisher: InMemoryPublisher }>;

const startNotary = async ({
  publisher = new InMemoryPublisher(),
  publishers = [publisher],
  ...given
}: Given = {}) => {
  const options = {
    store: new InMemoryEventStore(),
    leaves: LeafLog.open(':memory:'),
    signer,
    now: () => '2026-11-22T08:00:00.000Z',
    schedule: never,
    ...given,
  };
  const notary = new Notary({ ...options, publishers });
  await notary.start();
  running.push(notary);
  return { ...options, publisher, notary };
};

const checkpointsIn = async (store: EventStore) =>
  (await store.read('checkpoint')).map(({ data }) => openCheckpoint(String(data['note']), key));

describe('the notary', () => {
  it('signs the tree over every event, inside the store and outside (EVT-12)', async () => {
    const { notary, store, leaves, publisher } = await startNotary();
    await new Journey(store, 1).go(300);
    expect(await notary.sign()).toBe(true);
    const [checkpoint] = await checkpointsIn(store);
    expect(checkpoint).toMatchObject({ origin: signer.name, size: 300 });
    expect(sameHash(checkpoint!.root, leaves.rootAt(300))).toBe(true);
    const note = (await store.read('checkpoint'))[0]?.data['note'];
    expect(await publisher.latest()).toEqual({ size: 300, note });
  });

  it('takes its own checkpoints for leaves, and signs none for their sake alone', async () => {
    const { notary, store, leaves } = await startNotary();
    await new Journey(store, 2).go(5);
    await notary.sign();
    expect(await notary.sign()).toBe(false);
    await new Journey(store, 3).record('user-new', 'RoleChanged', {});
    expect(await notary.sign()).toBe(true);
    expect((await checkpointsIn(store)).map((checkpoint) => checkpoint?.size)).toEqual([5, 7]);
    expect(leaves.leaf(5)?.category).toBe('checkpoint');
  });

  it('signs by itself when a checkpoint is due', async () => {
    const { store } = await startNotary({ schedule: { events: 10, milliseconds: Infinity } });
    await new Journey(store, 4).go(10);
    let seen = await checkpointsIn(store);
    while (seen.length === 0) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      seen = await checkpointsIn(store);
    }
    expect(seen[0]?.size).toBe(10);
  });

  it('goes on after a restart where the leaves end, and signs the same tree as without one', async () => {
    const first = await startNotary();
    const journey = new Journey(first.store, 5);
    await journey.go(300);
    await first.notary.sign();
    await first.notary.stop();
    await journey.go(300);
    const again = await startNotary({ ...first });
    await again.notary.sign();
    const fromNothing = LeafLog.open(':memory:');
    const other = await startNotary({ store: first.store, leaves: fromNothing });
    await new Journey(first.store, 6).record('user-late', 'RoleChanged', {});
    await Promise.all([again.notary.sign(), other.notary.sign()]);
    expect(sameHash(again.leaves.rootAt(601), fromNothing.rootAt(601))).toBe(true);
    const sizes = (await checkpointsIn(first.store)).map((checkpoint) => checkpoint?.size);
    expect(sizes.slice(0, 2)).toEqual([300, 601]);
    expect(new Set(sizes).size).toBe(sizes.length);
  });

  it('publishes at the next start what it recorded and could not publish', async () => {
    const first = await startNotary();
    await new Journey(first.store, 7).go(3);
    first.publisher.publish = () => Promise.reject(new Error('the place is away'));
    await expect(first.notary.sign()).rejects.toThrow('the place is away');
    await first.notary.stop();
    const publisher = new InMemoryPublisher();
    await startNotary({ ...first, publisher });
    while (publisher.notes.size === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect([...publisher.notes.keys()]).toEqual([3]);
  });

  it('keeps the leaves of events whose delivery failed, once each', async () => {
    const leaves = LeafLog.open(':memory:');
    const append = leaves.append.bind(leaves);
    let failures = 3;
    leaves.append = (fresh) => {
      if (fresh.length > 0 && (failures -= 1) >= 0) throw new StoreUnavailable('disk full');
      append(fresh);
    };
    const { notary, store } = await startNotary({ leaves });
    await new Journey(store, 8).go(600);
    while (failures >= 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await notary.sign();
    expect([...leaves.leaves()].slice(0, 600).map(({ position }) => position)).toEqual([
      ...Array(600).keys(),
    ]);
  });
});

describe('a notary that would have to contradict itself (EVT-12)', () => {
  it('signs nothing when the store was put back and went another way', async () => {
    const publisher = new InMemoryPublisher();
    const first = await startNotary({ publisher });
    await new Journey(first.store, 10).go(20);
    await first.notary.sign();

    const restored = await startNotary({ publisher });
    const journey = new Journey(restored.store, 11);
    await journey.go(15);
    expect(await restored.notary.sign()).toBe(false);
    expect(restored.notary.refusal()).toBeNull();
    await journey.go(15);
    expect(await restored.notary.sign()).toBe(false);
    expect(restored.notary.refusal()).toBe('contradicts-a-checkpoint');
    expect(await checkpointsIn(restored.store)).toEqual([]);
    expect([...publisher.notes.keys()]).toEqual([20]);
  });

  it('signs again once the lost leaves were taken anew from the same store', async () => {
    const first = await startNotary();
    const journey = new Journey(first.store, 12);
    await journey.go(20);
    await first.notary.sign();
    await first.notary.stop();
    await journey.go(1);
    const again = await startNotary({ ...first, leaves: LeafLog.open(':memory:') });
    expect(await again.notary.sign()).toBe(true);
    expect((await checkpointsIn(first.store)).map((checkpoint) => checkpoint?.size)).toEqual([20, 22]);
  });

  it('may be followed by a second log on the same store, with a key, a name, leaves and a place of its own', async () => {
    const first = await startNotary();
    const journey = new Journey(first.store, 15);
    await journey.go(3);
    await first.notary.sign();
    await first.notary.stop();
    const name = 'trousseau.example/log/2';
    const second = { name, privateKey: generateKeyPairSync('ed25519').privateKey };
    const given = { store: first.store, signer: second, leaves: LeafLog.open(':memory:') };
    const again = await startNotary(given);
    await journey.go(1);
    expect(await again.notary.sign()).toBe(true);
    expect([...again.publisher.notes.keys()]).toEqual([5]);
    await again.notary.stop();
    const { findings, signed } = await verifyStore({
      ...given,
      key: noteKeyOf(second),
      checkpoints: [...again.publisher.notes.values()],
      retention: () => undefined,
      now: 0,
    });
    expect([findings, signed]).toEqual([[], 5]);
    // The first one, started once more, finds its own and goes on from there.
    await journey.go(1);
    const back = await startNotary({ ...first });
    expect(await back.notary.sign()).toBe(true);
    expect([...first.publisher.notes.keys()]).toEqual([3, 7]);
  });

  it('signs nothing after the checkpoints of another key', async () => {
    const first = await startNotary();
    await new Journey(first.store, 13).go(3);
    await first.notary.sign();
    const stranger = { ...signer, privateKey: generateKeyPairSync('ed25519').privateKey };
    const second = await startNotary({ ...first, leaves: LeafLog.open(':memory:'), signer: stranger });
    await new Journey(first.store, 14).record('user-new', 'RoleChanged', {});
    expect(await second.notary.sign()).toBe(false);
    expect(second.notary.refusal()).toBe('signed-by-another-key');
  });
});

describe('a notary that is there before its store', () => {
  it('waits for it, and then signs what was left unsigned, though nothing more happens (EVT-12)', async () => {
    const first = await startNotary();
    await new Journey(first.store, 18).go(3);
    await eventually(() => expect(first.leaves.size).toBe(3));
    await first.notary.stop();
    const { store } = first;
    const { read, readAll, head } = store;
    const away = () => Promise.reject(new StoreUnavailable('away'));
    Object.assign(store, { read: away, readAll: away, head: away });
    const { notary } = await startNotary({ ...first, schedule: { events: 1, milliseconds: 0 } });
    await expect(notary.sign()).rejects.toThrow(StoreUnavailable);
    Object.assign(store, { read, readAll, head });
    await eventually(async () => expect((await checkpointsIn(store))[0]?.size).toBe(3));
  });

  it('says then that it may not sign, though nothing more happens', async () => {
    const first = await startNotary();
    await new Journey(first.store, 19).go(3);
    await first.notary.sign();
    await first.notary.stop();
    const { store } = first;
    const { read } = store;
    store.read = () => Promise.reject(new StoreUnavailable('away'));
    const stranger = { ...signer, privateKey: generateKeyPairSync('ed25519').privateKey };
    const { notary } = await startNotary({ ...first, signer: stranger });
    expect(notary.refusal()).toBeNull();
    store.read = read;
    await eventually(() => expect(notary.refusal()).toBe('signed-by-another-key'));
  });
});

describe('a place outside that is away', () => {
  const away = () => Promise.reject(new Error('the place is away'));

  it('gets every checkpoint in order once it is back, and holds up neither the signing nor another place (EVT-12)', async () => {
    const [folder, topic] = [new InMemoryPublisher(), new InMemoryPublisher()];
    const { publish } = topic;
    topic.publish = away;
    const { notary, store } = await startNotary({ publishers: [folder, topic] });
    const journey = new Journey(store, 20);
    for (let round = 0; round < 3; round += 1) {
      await journey.go(1);
      await expect(notary.sign()).rejects.toThrow('the place is away');
    }
    expect([...folder.notes.keys()]).toEqual([1, 3, 5]);
    expect(topic.notes.size).toBe(0);
    expect(notary.outside().map(({ waiting }) => waiting)).toEqual([0, 3]);
    topic.publish = publish;
    await eventually(() => expect(notary.outside()[1]?.waiting).toBe(0));
    expect([...topic.notes]).toEqual([...folder.notes]);
  });

  it('may hold a checkpoint that binds us: until it has answered, leaves are kept and nothing is signed', async () => {
    const publisher = new InMemoryPublisher();
    const { latest } = publisher;
    publisher.latest = away;
    const { notary, store, leaves } = await startNotary({ publisher });
    await new Journey(store, 21).go(3);
    await expect(notary.sign()).rejects.toThrow('the place is away');
    expect(await checkpointsIn(store)).toEqual([]);
    await eventually(() => expect(leaves.size).toBe(3));
    publisher.latest = latest;
    expect(await notary.sign()).toBe(true);
    expect([...publisher.notes.keys()]).toEqual([3]);
  });

  it('is given nothing that another key signed', async () => {
    const { notary, store, publisher } = await startNotary();
    const stranger = { ...signer, privateKey: generateKeyPairSync('ed25519').privateKey };
    const note = signCheckpoint({ size: 1, root: Buffer.alloc(32) }, stranger);
    await new Journey(store, 22).record('checkpoint', 'LogCheckpointSigned', { size: 1, root: '', note });
    await eventually(() => expect(notary.refusal()).toBe('signed-by-another-key'));
    expect(publisher.notes.size).toBe(0);
  });
});
