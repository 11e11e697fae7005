import { beforeAll, describe, expect, it } from '@jest/globals';
import { declaredRetention, type Json, type RecordedEvent, StoreUnavailable } from '#event-store';
import { seeded } from '../testing/journey.js';
import { RewritableStore } from '../testing/rewritable-store.js';
import { type SignedLog, signedLog } from '../testing/signed-log.js';
import { verifyStore } from './verify-store.js';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const SEED = 20261122;

type Row = [string, number, string, string, Json, Json];

/** The event after one byte of its row changed; undefined when no row comes out of it. */
const withByteChanged = (event: RecordedEvent, random: () => number): RecordedEvent | undefined => {
  const row: Row = [event.stream, event.revision, event.id, event.type, event.data, event.metadata];
  const bytes = Buffer.from(JSON.stringify(row));
  const at = Math.floor(random() * bytes.length);
  bytes[at] = bytes[at]! ^ (1 + Math.floor(random() * 255));
  try {
    const [stream, revision, id, type, data, metadata] = JSON.parse(bytes.toString()) as Row;
    const isRow =
      [stream, id, type].every((field) => typeof field === 'string') && Number.isInteger(revision);
    return isRow ? { position: event.position, stream, revision, id, type, data, metadata } : undefined;
  } catch {
    return undefined;
  }
};

/** Makes a store fail wherever it would have to show the event at this position, as a database does on damage. */
const damage = (store: RewritableStore, damaged: number): void => {
  const readAll = store.readAll.bind(store);
  store.readAll = async (after, limit) => {
    const page = await readAll(after, limit);
    if (page.some(({ position }) => position === damaged)) throw new StoreUnavailable('damaged');
    return page;
  };
};

describe('tampering with a live store (EVT-12, TST-24)', () => {
  let log: SignedLog;
  beforeAll(async () => {
    log = await signedLog(SEED, [24, 12]);
  });

  it(`is found for each of 1,000 random bytes, in its place (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    const kinds = new Map<string, number>();
    const untouched = (await RewritableStore.of(log.store)).log;
    for (let round = 0; round < 1000; round += 1) {
      const store = await RewritableStore.of(log.store);
      const index = Math.floor(random() * 37);
      const changed = withByteChanged(untouched[index]!, random);
      if (changed === undefined) damage(store, index);
      else store.log = untouched.with(index, changed);
      const options = { ...log, store, checkpoints: log.notes, retention: declaredRetention, now: NOW };
      const { findings } = await verifyStore(options);
      expect({ round, index: findings[0]?.index }).toEqual({ round, index });
      kinds.set(findings[0]!.kind, (kinds.get(findings[0]!.kind) ?? 0) + 1);
    }
    expect([...kinds.keys()].sort()).toEqual(['altered', 'unreadable']);
  });

  it(`is found for events removed, repeated and exchanged at random (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    for (let round = 0; round < 100; round += 1) {
      const store = await RewritableStore.of(log.store);
      const events = [...store.log];
      const [one, other] = [Math.floor(random() * 18), 18 + Math.floor(random() * 18)];
      const place = (event: RecordedEvent, position: number) => ({ ...event, position });
      const mayLeave = events[one]!.stream.startsWith('data-key');
      const variants = [
        ...(mayLeave ? [] : [events.toSpliced(one, 1)]),
        events.with(one, place(events[other]!, one)),
        events.with(one, place(events[other]!, one)).with(other, place(events[one]!, other)),
        events.toSpliced(one, 0, { ...place(events[other]!, one - 0.5), stream: 'user-9', revision: 7 }),
      ];
      for (const changed of variants) {
        store.log = changed;
        const options = { ...log, store, checkpoints: log.notes, retention: declaredRetention, now: NOW };
        expect((await verifyStore(options)).findings[0]?.index).toBe(one);
      }
    }
  });
});
