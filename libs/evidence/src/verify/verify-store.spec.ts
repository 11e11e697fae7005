import { generateKeyPairSync } from 'node:crypto';
import { describe, expect, it } from '@jest/globals';
import { eventHash } from '#aggregate-store';
import { declaredRetention, type RecordedEvent, SqliteEventStore, StoreUnavailable } from '#event-store';
import { scratchFolder } from '#event-store/testing';
import { LeafLog } from '../leaf-log/leaf-log.js';
import { leafOf } from '../leaf/leaf-of.js';
import { noteKeyOf } from '../note/sign-note.js';
import { RewritableStore } from '../testing/rewritable-store.js';
import { type SignedLog, signedLog } from '../testing/signed-log.js';
import { verifyStore, type VerifyOptions } from './verify-store.js';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const DAY = 24 * 3_600_000;

const verify = (log: SignedLog, given: Partial<VerifyOptions> = {}) =>
  verifyStore({ ...log, checkpoints: log.notes, retention: declaredRetention, now: NOW, ...given });

/** The verdict on a log after somebody changed its events. */
const after = async (log: SignedLog, change: (events: RecordedEvent[]) => readonly RecordedEvent[]) => {
  const store = await RewritableStore.of(log.store);
  store.log = change([...store.log]);
  return verify({ ...log, store });
};

const relocated = (event: RecordedEvent, position: number): RecordedEvent => ({ ...event, position });

/** What an insider without the notary's key would do: every later event of the stream linked anew. */
const chainedAnew = (events: readonly RecordedEvent[]): readonly RecordedEvent[] => {
  const ends = new Map<string, string>();
  return events.map((event) => {
    const previous = ends.get(event.stream) ?? null;
    const linked = { ...event, metadata: { ...event.metadata, previous } };
    ends.set(event.stream, eventHash(linked));
    return linked;
  });
};

describe('verifying a store (EVT-12)', () => {
  it('finds nothing wrong with a log that nobody touched', async () => {
    const log = await signedLog(1, [300, 40, 5]);
    expect(await verify(log)).toEqual({
      findings: [],
      events: 348,
      leaves: 348,
      signed: 347,
      unsigned: 1,
      absent: { retention: 0, 'data-key-destroyed': 0, 'data-key-rewrapped': 0 },
    });
  });

  it('verifies the chains of events that are not signed yet', async () => {
    const log = await signedLog(2, [50]);
    const altered = await after(log, (events) => [
      ...events,
      { ...events[0]!, stream: 'user-late', revision: 0, position: 51, metadata: { previous: null } },
      {
        ...events[0]!,
        stream: 'user-late',
        revision: 1,
        position: 52,
        metadata: { previous: 'x'.repeat(64) },
      },
    ]);
    expect(altered.unsigned).toBe(3);
    expect(altered.findings).toEqual([
      { kind: 'chain-broken', index: 52, position: 52, stream: 'user-late', revision: 1 },
    ]);
  });

  it('takes the absence of destroyed data keys and expired events for what it is', async () => {
    const log = await signedLog(3, [200]);
    const store = await RewritableStore.of(log.store);
    const sort = (category: string) => store.log.filter(({ stream }) => stream.startsWith(category)).length;
    const gone = { keys: sort('data-key-1'), attempts: sort('attempts-') };
    store.log = store.log.filter(({ stream }) => stream !== 'data-key-1' && !stream.startsWith('attempts-'));
    const verdict = await verify({ ...log, store }, { now: NOW + 2 * DAY });
    expect(verdict.findings).toEqual([]);
    expect(verdict.absent).toEqual({
      retention: gone.attempts,
      'data-key-destroyed': gone.keys,
      'data-key-rewrapped': 0,
    });
  });

  it('tells a data key that was wrapped anew from one that was destroyed (EVT-04, invariant 10)', async () => {
    const log = await signedLog(3, [200]);
    const store = await RewritableStore.of(log.store);
    const of = (name: string) => store.log.filter(({ stream }) => stream === `data-key-${name}`);
    const [destroyed, ...wrapped] = [of('1'), of('2'), of('3')];
    const left = new Set([...destroyed!, ...wrapped.flatMap((events) => events.slice(0, -1))]);
    expect(wrapped.every((events) => events.length > 2)).toBe(true);
    store.log = store.log.filter((event) => !left.has(event));
    const retention = (category: string) => (category === 'data-key' ? { maxCount: 1 } : undefined);
    const verdict = await verify({ ...log, store }, { retention });
    expect(verdict.findings).toEqual([]);
    expect(verdict.absent).toEqual({
      retention: 0,
      'data-key-destroyed': destroyed!.length,
      'data-key-rewrapped': left.size - destroyed!.length,
    });
  });

  it('does not take the early absence of an event for retention', async () => {
    const log = await signedLog(3, [200]);
    const store = await RewritableStore.of(log.store);
    const first = store.log.find(({ stream }) => stream.startsWith('attempts-'))!;
    store.log = store.log.filter((event) => event !== first);
    const verdict = await verify({ ...log, store });
    expect(verdict.findings[0]).toEqual({ kind: 'removed', index: first.position, position: first.position });
  });
});

describe('verifying a store that was changed (EVT-12)', () => {
  it('names the first event that was altered', async () => {
    const log = await signedLog(4, [100]);
    const { findings } = await after(log, (events) =>
      events.map((event, at) => (at === 41 || at === 60 ? { ...event, type: 'SomethingElse' } : event)),
    );
    expect(findings[0]).toMatchObject({ kind: 'altered', index: 41, position: 41 });
  });

  it('is not deceived by chains that were made anew', async () => {
    const log = await signedLog(5, [100]);
    const { findings } = await after(log, (events) =>
      chainedAnew(events.map((event, at) => (at === 30 ? { ...event, data: { value: 'mine' } } : event))),
    );
    expect(findings[0]).toMatchObject({ kind: 'altered', index: 30 });
    expect(findings.some(({ kind }) => kind === 'chain-broken')).toBe(false);
  });

  it('names an event that was removed, even the last', async () => {
    const log = await signedLog(6, [100]);
    const { log: all } = await RewritableStore.of(log.store);
    const kept = all.filter(({ stream }) => stream.startsWith('credential-'));
    for (const victim of [kept[0]!, kept[5]!, kept.at(-1)!]) {
      const { findings } = await after(log, (events) =>
        chainedAnew(events.filter(({ position }) => position !== victim.position)),
      );
      expect(findings[0]).toEqual({ kind: 'removed', index: victim.position, position: victim.position });
    }
  });

  it('names an event that was inserted', async () => {
    const log = await signedLog(7, [100]);
    const { findings } = await after(log, (events) => [
      ...events.slice(0, 20),
      { ...events[20]!, id: 'another', stream: 'user-inserted', revision: 0, position: 19.5 },
      ...events.slice(20),
    ]);
    expect(findings[0]).toMatchObject({ kind: 'inserted', index: 20, position: 19.5 });
  });

  it('names an event that stands there twice', async () => {
    const log = await signedLog(8, [100]);
    const { findings } = await after(log, (events) => events.with(20, relocated(events[10]!, 20)));
    expect(findings[0]).toMatchObject({ kind: 'duplicated', index: 20, position: 20 });
  });

  it('names the first of two events that changed places', async () => {
    const log = await signedLog(9, [100]);
    const { findings } = await after(log, (events) =>
      events.with(10, relocated(events[30]!, 10)).with(30, relocated(events[10]!, 30)),
    );
    expect(findings[0]).toMatchObject({ kind: 'reordered', index: 10, position: 10 });
  });

  it('names where the end is missing', async () => {
    const log = await signedLog(10, [100, 50]);
    const { findings } = await after(log, (events) => events.slice(0, 70));
    const first = findings[0]!;
    expect(first.kind).toBe('removed');
    expect(first.index).toBeGreaterThanOrEqual(70);
    expect(first.index).toBeLessThan(75);
  });

  it('needs a checkpoint from outside to see that store and leaves were both put back', async () => {
    const log = await signedLog(11, [100, 50]);
    const store = await RewritableStore.of(log.store);
    store.log = store.log.slice(0, 101);
    const leaves = LeafLog.open(':memory:');
    leaves.append(store.log.map(leafOf));
    expect((await verify({ ...log, store, leaves }, { checkpoints: [] })).findings).toEqual([]);
    expect((await verify({ ...log, store, leaves })).findings).toEqual([
      { kind: 'truncated', index: 101, position: null, upTo: 151 },
    ]);
  });

  it('says between which checkpoints events and leaves were rewritten together', async () => {
    const log = await signedLog(12, [100, 50, 50]);
    const store = await RewritableStore.of(log.store);
    store.log = chainedAnew(store.log.with(120, { ...store.log[120]!, type: 'Rewritten' }));
    const leaves = LeafLog.open(':memory:');
    leaves.append(store.log.map(leafOf));
    const { findings } = await verify({ ...log, store, leaves }, { checkpoints: log.notes.slice(-1) });
    expect(findings[0]).toMatchObject({ kind: 'rewritten', index: 100, position: 100, upTo: 151 });
  });

  it('names an event that cannot be read, and goes on behind it', async () => {
    const log = await signedLog(13, [100]);
    const store = await RewritableStore.of(log.store);
    const readAll = store.readAll.bind(store);
    store.readAll = async (from, limit) => {
      const page = await readAll(from, limit);
      if (page.some(({ position }) => position === 42)) throw new StoreUnavailable('damaged');
      return page;
    };
    const { findings, events } = await verify({ ...log, store });
    expect(findings[0]).toEqual({ kind: 'unreadable', index: 42, position: 42 });
    expect(events).toBe(100);
  });
});

describe('verifying with checkpoints that are not right (EVT-12)', () => {
  it('says so when one from outside is not signed by the key', async () => {
    const log = await signedLog(14, [20]);
    const stranger = noteKeyOf({ ...log.signer, privateKey: generateKeyPairSync('ed25519').privateKey });
    const { findings, signed } = await verify(log, { key: stranger });
    expect(findings.map(({ kind }) => kind)).toEqual(['checkpoint-invalid', 'checkpoint-invalid']);
    expect(signed).toBe(0);
  });

  it('says so when the last one inside is not signed by the key', async () => {
    const log = await signedLog(15, [20]);
    const { findings } = await after(log, (events) =>
      events.with(20, { ...events[20]!, data: { ...events[20]!.data, note: 'nothing' } }),
    );
    expect(findings[0]).toEqual({
      kind: 'checkpoint-invalid',
      index: 20,
      position: 20,
      stream: 'checkpoint',
      revision: 0,
    });
    expect(findings[1]).toMatchObject({ kind: 'altered', index: 20 });
  });
});

describe('verifying the file of a store', () => {
  it('reads it as it is, and finds what was changed behind its back', async () => {
    const scratch = scratchFolder();
    const store = SqliteEventStore.open({ file: scratch.file('events.db') });
    const log = await signedLog(16, [200], store);
    expect((await verify(log)).findings).toEqual([]);
    await store.delete('data-key-1');
    const verdict = await verify(log);
    expect(verdict.findings).toEqual([]);
    expect(verdict.absent['data-key-destroyed']).toBeGreaterThan(0);
    await store.delete('credential-1');
    const first = [...log.leaves.leaves()].findIndex(({ category }) => category === 'credential');
    expect((await verify(log)).findings[0]?.kind).toBe('removed');
    expect((await verify(log)).findings[0]?.index).toBeGreaterThanOrEqual(first);
    await store.close();
    scratch.remove();
  });
});
