import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import Database from 'libsql';
import { type Actor, DeactivateUser } from '#contracts';
import { type EventFilter, InMemoryEventStore, type StoredEvent } from '#event-store';
import { eventually } from '#event-store/testing';
import { publishTold, startUsers, type Users } from '../users.harness.js';
import { verifyUserList } from './verify-user-list.step.js';

/** Outlives the service, as a real store does, and can have something happen once a reader has read. */
class LastingStore extends InMemoryEventStore {
  meanwhile: (() => Promise<void>) | undefined;

  override close(): Promise<void> {
    return Promise.resolve();
  }

  override async *storedPages(after: number, filter?: EventFilter): AsyncGenerator<readonly StoredEvent[]> {
    try {
      yield* super.storedPages(after, filter);
    } finally {
      const { meanwhile } = this;
      this.meanwhile = undefined;
      await meanwhile?.();
    }
  }
}

const COLUMNS = 'school_id, user_id, folded, search, name_key, identifier_key, role_key, email_key, state';

describe('the user list held to the log, with the service running beside it', () => {
  const events = new LastingStore();
  let folder: string;
  let file: string;
  let users: Users;
  let manager: Actor;
  const [ids, before]: [string[], unknown[]] = [[], []];

  const verify = (publishAuth = true, now = () => users.clock.now()) =>
    verifyUserList({
      ...{ store: events, masterKeys: users.secrets.masterKeys, file, now },
      ...(publishAuth && { publishAuth: publishTold }),
    });
  const onFile = <Result>(task: (sql: Database.Database) => Result): Result => {
    const sql = new Database(file);
    try {
      sql.exec('PRAGMA busy_timeout = 10000');
      return task(sql);
    } finally {
      sql.close();
    }
  };
  const alter = (text: string, ...values: unknown[]) => onFile((sql) => sql.prepare(text).run(...values));
  /** As auth tells it, from a stream of its own. */
  const signIn = async (userId: string, at = users.clock.now()) => {
    const body = { type: 'session.opened', userId, level: 'full' };
    const told = { id: randomUUID(), type: 'Told', data: body, metadata: { at } };
    await events.append(`session-${randomUUID()}`, [told], 'none');
  };
  const signInOf = (userId: string) =>
    onFile((sql) => sql.prepare('SELECT last_sign_in_at AS at FROM person WHERE user_id = ?').get(userId)) as
      { at: string } | undefined;
  const found = async (publishAuth?: boolean) => {
    const { differences } = await verify(publishAuth);
    return differences.map(({ userId, kind, columns }) => [ids.indexOf(userId), kind, ...columns]);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trousseau-users-'));
    file = join(folder, 'user-list.db');
    users = await startUsers({ events, readModel: (name) => join(folder, `${name}.db`) });
    const school = await users.school();
    manager = school.manager;
    ids.push(school.userId);
    for (let n = 0; n < 3; n += 1) ids.push((await users.add(manager)).userId);
    await users.send(DeactivateUser, { actor: manager, userId: ids[3]! });
    await signIn(ids[1]!);
    await users.add(manager);
    await eventually(async () => {
      const { moving, differences } = await verify();
      if (moving > 0 || differences.length > 0) throw new Error('not yet');
    });
    before.push(...onFile((sql) => sql.prepare('SELECT * FROM person').all()));
  });
  afterEach(() => {
    onFile((sql) => {
      sql.exec('DELETE FROM person; DELETE FROM cool_off');
      for (const row of before as Record<string, unknown>[])
        sql
          .prepare(
            `INSERT INTO person (${Object.keys(row).join()}) VALUES (${Object.keys(row)
              .map(() => '?')
              .join()})`,
          )
          .run(...Object.values(row));
    });
  });
  afterAll(() => users.stop());

  it('is the same, and leaves nothing behind', async () => {
    const { people, differences, moving, forgotten } = await verify();
    expect({ people, differences, moving, forgotten }).toEqual({
      ...{ people: 5, differences: [], moving: 0, forgotten: 0 },
    });
    expect((await readdir(folder)).filter((name) => name.includes('draft'))).toEqual([]);
  });

  it('tells a row that was altered, by its id and its columns', async () => {
    alter("UPDATE person SET name_key = 'zoe' WHERE user_id = ?", ids[1]);
    alter("UPDATE person SET state = 'active' WHERE user_id = ?", ids[3]);
    alter("UPDATE person SET folded = replace(folded, 'instructor', 'manager') WHERE user_id = ?", ids[2]);
    expect((await found()).toSorted()).toEqual([
      [1, 'differs', 'name_key'],
      [2, 'differs', 'folded'],
      [3, 'differs', 'state'],
    ]);
  });

  it('takes a state for the same in whatever order it is written', async () => {
    const folded = onFile((sql) => sql.prepare('SELECT folded FROM person WHERE user_id = ?').get(ids[1]!));
    const turned = Object.entries(JSON.parse((folded as { folded: string }).folded) as object).toReversed();
    alter(
      'UPDATE person SET folded = ? WHERE user_id = ?',
      JSON.stringify(Object.fromEntries(turned)),
      ids[1],
    );
    expect(await found()).toEqual([]);
    alter("UPDATE person SET folded = '{' WHERE user_id = ?", ids[1]);
    expect(await found()).toEqual([[1, 'differs', 'folded']]);
  });

  it('tells who is missing, who is too many, and who stands in another school', async () => {
    alter('DELETE FROM person WHERE user_id = ?', ids[1]);
    ids[4] = randomUUID();
    const copied = COLUMNS.replace('user_id', '?');
    alter(`INSERT INTO person (${COLUMNS}) SELECT ${copied} FROM person WHERE user_id = ?`, ids[4], ids[2]);
    alter("UPDATE person SET school_id = 'elsewhere' WHERE user_id = ?", ids[3]);
    alter("UPDATE person SET school_id = '' WHERE user_id = ?", ids[0]);
    expect((await found()).toSorted()).toEqual([
      [0, 'missing'],
      [1, 'missing'],
      [3, 'differs', 'school_id'],
      [4, 'surplus'],
    ]);
  });

  it('tells a change of address that waits for nobody', async () => {
    alter("INSERT INTO cool_off (user_id, change_id, due_at) VALUES (?, 'c', '2026-01-01')", ids[2]);
    expect(await found()).toEqual([[2, 'differs', 'cool_off']]);
  });

  it('tells a sign-in the list has missed, and takes one that the log has forgotten for no difference', async () => {
    alter("UPDATE person SET last_sign_in_at = '' WHERE user_id = ?", ids[1]);
    expect(await found()).toEqual([[1, 'differs', 'last_sign_in_at']]);
    alter("UPDATE person SET last_sign_in_at = '2020-01-01T00:00:00.000Z' WHERE user_id = ?", ids[1]);
    expect(await found()).toEqual([[1, 'differs', 'last_sign_in_at']]);
    alter("UPDATE person SET last_sign_in_at = '2099-01-01T00:00:00.000Z' WHERE user_id = ?", ids[1]);
    expect(await found()).toEqual([[1, 'differs', 'last_sign_in_at']]);
    alter("UPDATE person SET last_sign_in_at = '' WHERE user_id = ?", ids[2]);
    alter("UPDATE person SET last_sign_in_at = '2020-01-01T00:00:00.000Z' WHERE user_id = ?", ids[2]);
    const verdict = await verify();
    expect([verdict.forgotten, verdict.differences.length]).toEqual([1, 1]);
  });

  it('compares over Kafka what users tell, and no more', async () => {
    alter(
      "UPDATE person SET last_sign_in_at = '', has_key = 1, has_factor = 1, state = 'active' WHERE user_id = ?",
      ids[1],
    );
    expect((await verify(false)).live.signIns).toBeNull();
    expect(await found(false)).toEqual([]);
    alter("UPDATE person SET email_key = 'x@y.fr' WHERE user_id = ?", ids[1]);
    alter("UPDATE person SET state = 'active' WHERE user_id = ?", ids[3]);
    expect((await found(false)).toSorted()).toEqual([
      [1, 'differs', 'email_key'],
      [3, 'differs', 'closed'],
    ]);
  });

  it('says nothing of people whom the list knew later than the draft, or the draft later than the list', async () => {
    const ahead = { userId: '' };
    events.meanwhile = async () => {
      ({ userId: ahead.userId } = await users.add(manager));
      await signIn(ids[2]!, '2026-11-22T08:00:00.000Z');
      await eventually(() => {
        expect(signInOf(ahead.userId)).toBeDefined();
        expect(signInOf(ids[2]!)?.at).toBe('2026-11-22T08:00:00.000Z');
      });
    };
    const verdict = await verify();
    expect(verdict).toMatchObject({ differences: [], moving: 2 });
    expect(verdict.live.users).toBeGreaterThan(verdict.position);

    await users.stop();
    await signIn(ids[1]!);
    expect(await verify()).toMatchObject({ differences: [], moving: 1 });
  });
});

describe('a user list that cannot be held to the log', () => {
  const store = new InMemoryEventStore();
  const verify = (file: string, progress?: () => void) =>
    verifyUserList({
      ...{ store, masterKeys: [Buffer.alloc(32, 1)], file, now: () => '2026-11-22T08:00:00.000Z' },
      ...(progress && { progress }),
    });
  const scratch = async () => join(await mkdtemp(join(tmpdir(), 'trousseau-users-')), 'user-list.db');

  it('is not there, is no list, or is one of another version', async () => {
    const file = await scratch();
    await expect(verify(file)).rejects.toMatchObject({ why: 'missing' });
    await writeFile(file, 'no list at all'.repeat(100));
    await expect(verify(file)).rejects.toMatchObject({ why: 'damaged' });
    const other = await scratch();
    const sql = new Database(other);
    sql.exec("CREATE TABLE shape (digest TEXT NOT NULL); INSERT INTO shape VALUES ('of another version')");
    sql.close();
    await expect(verify(other)).rejects.toMatchObject({ why: 'another-shape' });
  });

  it('leaves no draft where somebody gave up', async () => {
    const file = await scratch();
    await store.append(
      `user-${randomUUID()}`,
      [{ id: randomUUID(), type: 'Any', data: {}, metadata: {} }],
      'none',
    );
    const giveUp = () => {
      throw new Error('given up');
    };
    await expect(verify(file, giveUp)).rejects.toThrow('given up');
    expect(await readdir(join(file, '..'))).toEqual([]);
  });
});
