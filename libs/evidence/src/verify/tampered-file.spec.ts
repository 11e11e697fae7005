import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import Database from 'libsql';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventHash } from '#aggregate-store';
import {
  declaredRetention,
  type EventStore,
  type RecordedEvent,
  SqliteEventStore,
  StoreUnavailable,
} from '#event-store';
import { newEvent, scratchFolder } from '#event-store/testing';
import { seeded } from '../testing/journey.js';
import { type SignedLog, signedLog } from '../testing/signed-log.js';
import type { Finding } from './finding.js';
import { verifyStore } from './verify-store.js';

const NOW = Date.parse('2026-11-22T12:00:00.000Z');
const SEED = 20261122;

describe('tampering with the file of a live store (EVT-12)', () => {
  const scratch = scratchFolder();
  afterAll(scratch.remove);
  let log: SignedLog;
  let bytes: Buffer;
  let events: readonly RecordedEvent[];
  let untouched: string;

  const open = (file: string) =>
    SqliteEventStore.open({ file, clock: () => NOW, retention: declaredRetention });

  /** Everything a reader of the store can be shown: the log, and each stream. */
  const shown = async (store: EventStore) => {
    const streams = [...new Set(events.map(({ stream }) => stream))];
    return JSON.stringify([
      await store.readAll(-1, 1000),
      await store.readNaming('userId', 'anne', { after: -1, upTo: 1000 }),
      await store.readNaming('schoolId', 'lyon', { after: -1, upTo: 1000 }),
      await store.lastNaming('userId', ['anne'], {
        category: 'session',
        types: ['SomethingHappened'],
        find: (event) => event,
      }),
      ...(await Promise.all(streams.map((stream) => store.read(stream)))),
    ]);
  };

  beforeAll(async () => {
    const store = open(scratch.file('events.db'));
    for (const stream of ['session-a', 'user-a']) {
      const data = { userId: 'anne', schoolId: 'lyon', of: stream };
      const metadata = { commandId: stream, previous: null };
      await store.append(stream, [newEvent({ data, metadata })], 'none');
    }
    log = await signedLog(SEED, [24, 12], store);
    events = await store.readAll(-1, 1000);
    untouched = await shown(store);
    await store.close();
    bytes = readFileSync(scratch.file('events.db'));
  });

  /** What comes of a file that somebody changed: whether anybody is shown something else, and what verifying finds. */
  const verdictOn = async (
    changed: Buffer,
    alter: (sql: Database.Database) => void = () => undefined,
  ): Promise<{ isSame: boolean; findings: readonly Finding[] } | 'no store'> => {
    const file = scratch.file('changed.db');
    writeFileSync(file, changed);
    let store: SqliteEventStore | undefined;
    try {
      const sql = new Database(file);
      alter(sql);
      sql.close();
      store = open(file);
      const isSame = (await shown(store).catch(() => '')) === untouched;
      const checkpoints = log.notes;
      const { findings } = await verifyStore({
        ...log,
        ...{ store, checkpoints, retention: declaredRetention, now: NOW },
      });
      return { isSame, findings };
    } catch (error) {
      if (!(error instanceof StoreUnavailable)) throw error;
      return 'no store';
    } finally {
      await store?.close().catch(() => undefined);
      for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    }
  };

  const withByteChanged = (at: number, random: () => number): Buffer => {
    const changed = Buffer.from(bytes);
    changed[at] = changed[at]! ^ (1 + Math.floor(random() * 255));
    return changed;
  };

  it(`is found for each of 1,000 random bytes of what events say, in its place (seed ${SEED})`, async () => {
    const random = seeded(SEED);
    for (let round = 0; round < 1000;) {
      const event = events[Math.floor(random() * events.length)]!;
      const index = log.leaves.indexAt(event.position);
      const content = JSON.stringify(event[random() < 0.5 ? 'data' : 'metadata']);
      const begin = bytes.indexOf(content);
      expect(begin).toBeGreaterThan(0);
      const at = begin + Math.floor(random() * Buffer.byteLength(content));
      const verdict = await verdictOn(withByteChanged(at, random));
      if (verdict === 'no store') throw new Error(`byte ${at} is part of an event`);
      // An older copy that SQLite has left behind is shown to nobody.
      if (verdict.isSame) continue;
      expect({ round, at, index: verdict.findings[0]?.index }).toEqual({ round, at, index });
      round += 1;
    }
  }, 120_000);

  it(`is found for each byte anywhere in the file that changes what anybody is shown (seed ${SEED + 1})`, async () => {
    const random = seeded(SEED + 1);
    const kinds = new Set<string>();
    for (let round = 0; round < 500; round += 1) {
      const at = Math.floor(random() * bytes.length);
      const verdict = await verdictOn(withByteChanged(at, random));
      // Its header or schema: the file is no store any more, and says so.
      if (verdict === 'no store' || verdict.isSame) continue;
      expect({ round, at, found: verdict.findings[0]?.kind }).toEqual({
        round,
        at,
        found: expect.any(String),
      });
      kinds.add(verdict.findings[0]!.kind);
    }
    // Not only events: what streams are found by is part of the file too.
    expect([...kinds]).toEqual(expect.arrayContaining(['altered', 'unreadable', 'hidden']));
  }, 120_000);

  /** In the middle of a stream that goes on, and of no sort that may leave. */
  const victim = () =>
    events.find(({ stream, revision }) => stream.startsWith('credential-') && revision === 1)!;
  const contentOf = ({ data, metadata }: RecordedEvent) => [JSON.stringify(data), JSON.stringify(metadata)];

  /** The indexes of a table forget one row, as edited pages would have it: it is put back where they are not told of it. */
  const behindTheIndexes = (
    sql: Database.Database,
    { table, columns: [key, ...others] }: { table: string; columns: readonly string[] },
    position: number,
  ): void => {
    const [row] = sql.prepare(`SELECT * FROM ${table} WHERE ${key} = ?`).all(position) as [Row];
    sql.exec(`DELETE FROM ${table} WHERE ${key} = ${position}`);
    sql.exec('PRAGMA writable_schema = ON');
    const root = sql.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').get(table) as Root;
    sql.exec(`CREATE TABLE bare (${key} INTEGER PRIMARY KEY, ${others.join()})`);
    sql.exec(`UPDATE sqlite_schema SET rootpage = ${root.rootpage} WHERE name = 'bare'`);
    sql.exec('PRAGMA writable_schema = RESET');
    const values = [key!, ...others].map((column) => row[column]);
    sql.prepare(`INSERT INTO bare VALUES (${values.map(() => '?').join()})`).run(...values);
  };

  it.each<[string, string, (sql: Database.Database) => void]>([
    ['was dropped', 'removed', (sql) => sql.exec(`DELETE FROM event WHERE position = ${victim().position}`)],
    [
      'says what another says',
      'altered',
      (sql) =>
        sql
          .prepare('UPDATE lasting SET data = ?, metadata = ? WHERE position = ?')
          .run(...contentOf(events.at(-2)!), victim().position),
    ],
    [
      'changed places with another',
      'altered',
      (sql) => {
        const { position } = victim();
        const other = events.findLast(({ stream }) => stream.startsWith('user-'))!;
        const put = sql.prepare('UPDATE lasting SET data = ?, metadata = ? WHERE position = ?');
        put.run(...contentOf(other), position);
        put.run(...contentOf(victim()), other.position);
      },
    ],
    [
      'is where the log was cut off',
      'removed',
      (sql) => sql.exec(`DELETE FROM event WHERE position >= ${victim().position}`),
    ],
    [
      'was altered, and every later hash of its stream made anew',
      'altered',
      (sql) => {
        const { stream, position } = victim();
        const put = sql.prepare('UPDATE lasting SET data = ?, metadata = ? WHERE position = ?');
        let previous: string | null = null;
        for (const event of events.filter((each) => each.stream === stream)) {
          const data = event.position === position ? { ...event.data, count: -1 } : event.data;
          const linked: RecordedEvent = { ...event, data, metadata: { ...event.metadata, previous } };
          put.run(...contentOf(linked), event.position);
          previous = eventHash(linked);
        }
      },
    ],
    [
      'is no longer found by its stream',
      'hidden',
      (sql) => {
        const columns = ['position', 'stream', 'revision', 'id', 'type', 'recorded_at'];
        behindTheIndexes(sql, { table: 'event', columns }, victim().position);
      },
    ],
  ])('names an event that %s', async (_, kind, alter) => {
    const verdict = await verdictOn(bytes, alter);
    if (verdict === 'no store') throw new Error('the file is a store');
    const index = log.leaves.indexAt(victim().position);
    expect(verdict.findings[0]).toMatchObject({ kind, index });
  });

  it.each([
    ['passing', 'session-a'],
    ['lasting', 'user-a'],
  ])(
    'names an event that is no longer found by the user and the school it names (%s)',
    async (table, stream) => {
      const { position } = events.find((event) => event.stream === stream)!;
      const verdict = await verdictOn(bytes, (sql) =>
        behindTheIndexes(sql, { table, columns: ['position', 'data', 'metadata'] }, position),
      );
      if (verdict === 'no store') throw new Error('the file is a store');
      expect(verdict).toEqual({
        isSame: false,
        findings: [{ kind: 'hidden', index: log.leaves.indexAt(position), position }],
      });
    },
  );

  it('names an event whose text names two people: the file finds it for the one, a reader for the other', async () => {
    const { position } = events.find(({ stream }) => stream === 'session-a')!;
    const twice = `'{"userId":"nobody",' || substr(data, 2)`;
    const verdict = await verdictOn(bytes, (sql) =>
      sql.exec(`UPDATE passing SET data = ${twice} WHERE position = ${position}`),
    );
    if (verdict === 'no store') throw new Error('the file is a store');
    expect(verdict.isSame).toBe(false);
    expect(verdict.findings[0]).toMatchObject({ kind: 'altered', index: log.leaves.indexAt(position) });
  });
});

type Root = { rootpage: number };
type Row = Readonly<Record<string, unknown>>;
