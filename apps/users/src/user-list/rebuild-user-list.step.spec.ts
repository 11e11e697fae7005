import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { EraseUser, topics } from '#contracts';
import { InMemoryEventStore, SqliteEventStore } from '#event-store';
import type { Publish } from '#messaging';
import Database from 'libsql';
import { startUsers } from '../users.harness.js';
import { rebuildUserList } from './rebuild-user-list.step.js';

/** Outlives the service, as a real store does. */
class LastingStore extends InMemoryEventStore {
  override close(): Promise<void> {
    return Promise.resolve();
  }
}

/** What auth would tell: that everybody with a credential chose a key. */
const publishAuth: Publish = ({ id, stream, position }) => {
  if (!stream.startsWith('credential-')) return [];
  const userId = stream.slice('credential-'.length);
  const body = { type: 'credential.key-chosen', userId, generation: 1 } as never;
  return [{ id, topic: topics.credential, key: userId, at: '2026-11-22T08:00:00.000Z', position, body }];
};

/** What auth would tell of sessions. */
const publishSignIns: Publish = ({ id, type, data, metadata, position }) =>
  type === 'SessionOpened'
    ? [
        {
          ...{ id, topic: topics.session, key: id, at: String(metadata['at']), position },
          body: { type: 'session.opened', ...data } as never,
        },
      ]
    : [];

const peopleIn = (file: string) => {
  const sql = new Database(file, { readonly: true });
  const rows = sql
    .prepare('SELECT user_id, folded, has_key, state, last_sign_in_at FROM person ORDER BY user_id')
    .all();
  sql.close();
  return rows as {
    user_id: string;
    folded: string;
    has_key: number;
    state: string;
    last_sign_in_at: string;
  }[];
};

describe('the user list rebuilt from the log', () => {
  it('holds what following the log had come to, and is taken over at the next start', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trousseau-users-'));
    const readModel = (name: string) => join(folder, `${name}.db`);
    const events = new LastingStore();
    const first = await startUsers({ events, readModel });
    const { manager } = await first.school();
    const { userId } = await first.add(manager);
    const { userId: erased } = await first.add(manager);
    await first.send(EraseUser, {
      actor: { kind: 'command-line' },
      userId: erased,
      operator: 'anne',
      reason: 'dossier 114',
    });
    const { users: before } = await first.list(manager);
    const { masterKeys } = first.secrets;
    await first.stop();
    const followed = peopleIn(readModel('user-list'));

    await events.append(
      `credential-${userId}`,
      [{ id: randomUUID(), type: 'KeyChosen', data: {}, metadata: { at: '2026-11-22T08:00:00.000Z' } }],
      'none',
    );
    const seen: number[] = [];
    const file = readModel('user-list');
    const progress = (at: number) => void seen.push(at);
    const head = await rebuildUserList({ store: events, masterKeys, file, publishAuth, progress });
    expect(head).toBe(await events.head());
    expect(seen.at(-1)).toBe(head);
    expect(peopleIn(file)).toEqual(followed);
    const rebuilt = followed.map((row) =>
      row.user_id === userId ? { ...row, has_key: 1, state: 'active' } : row,
    );
    expect(peopleIn(`${file}.next`)).toEqual(rebuilt);
    // Written after each single event as well.
    await rebuildUserList({ store: events, masterKeys, file, publishAuth, stretch: 1 });
    expect(peopleIn(`${file}.next`)).toEqual(rebuilt);
    expect(rebuilt.map(({ user_id: id }) => id)).not.toContain(erased);

    const second = await startUsers({ events, readModel, secrets: first.secrets });
    const { users: after } = await second.list(manager);
    expect(after.map((user) => user.userId)).toEqual(before.map((user) => user.userId));
    expect(after.find((user) => user.userId === userId)?.state).toBe('active');
    await second.stop();
  });

  it.each([
    ['all are read', () => new LastingStore()],
    ['an index finds it', (folder: string) => SqliteEventStore.open({ file: join(folder, 'events.db') })],
  ])('shows the last sign-in of everybody: %s', async (_how, open) => {
    const folder = await mkdtemp(join(tmpdir(), 'trousseau-users-'));
    const users = await startUsers({ events: open(folder) });
    const { masterKeys } = users.secrets;
    const { userId, manager } = await users.school();
    const [often, never] = [await users.add(manager), await users.add(manager)];
    const at = (minute: number) => `2026-11-22T08:0${minute}:00.000Z`;
    const signIn = async (id: string, minute: number, level: string) => {
      const data = { userId: id, level };
      const event = { id: randomUUID(), type: 'SessionOpened', data, metadata: { at: at(minute) } };
      await users.events.append(`session-${randomUUID()}`, [event], 'none');
    };
    for (const minute of [1, 2, 3]) await signIn(often.userId, minute, 'full');
    // By a clock that goes wrong: the last one in the log is the last one.
    await signIn(userId, 5, 'full');
    await signIn(userId, 4, 'full');
    // No sign-ins: they open one page.
    await signIn(never.userId, 6, 'choose-key');
    for (const minute of [7, 8]) await signIn(often.userId, minute, 'choose-key');

    const file = join(folder, 'user-list.db');
    for (const stretch of [1, 1000]) {
      await rebuildUserList({ store: users.events, masterKeys, file, publishAuth: publishSignIns, stretch });
      const shown = peopleIn(`${file}.next`).map((row) => [row.user_id, row.last_sign_in_at] as const);
      expect(new Map(shown)).toEqual(
        new Map([
          [userId, at(4)],
          [often.userId, at(3)],
          [never.userId, ''],
        ]),
      );
    }
    await users.stop();
  });

  it('is given up, and leaves no file, where a field was moved to another person (EVT-04)', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'trousseau-users-'));
    const users = await startUsers({ events: new LastingStore() });
    const { manager } = await users.school();
    const { userId } = await users.add(manager);
    const [registered] = await users.events.read(`user-${userId}`);
    const { masterKeys } = users.secrets;
    const moved = { ...registered!, id: randomUUID() };
    await users.events.append(`user-${userId}`, [moved], 'any');
    const file = join(folder, 'user-list.db');
    await expect(rebuildUserList({ store: users.events, masterKeys, file })).rejects.toThrow('altered');
    expect(await readdir(folder)).toEqual([]);
    await users.stop();
  });
});
