import { appendFile, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  AddUser,
  EraseUser,
  GetProfile,
  GetRecipient,
  ReapplyErasures,
  RequestErasure,
  topics,
  type Actor,
  type Message,
} from '#contracts';
import { declaredRetention, InMemoryEventStore } from '#event-store';
import type { Platform } from '#platform';
import { readSettings } from '#settings';
import { startUsers, type Users } from '../users.harness.js';

class LastingStore extends InMemoryEventStore {
  override async close(): Promise<void> {}
}

describe('the erasure of a person', () => {
  let users: Users;
  let manager: Actor;
  let folder: string;
  const more = (production = false) => ({
    settings: { ...readSettings({ TROUSSEAU_DATA: folder }), production },
  });
  const start = async (overrides: Partial<Platform> = {}) => startUsers({ ...more(), ...overrides });
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'trousseau-erasure-'));
    users = await start();
    ({ manager } = await users.school());
  });
  afterEach(() => users.stop());

  const erase = (userId: string, extra: object = { reason: 'dossier 114' }) =>
    users.send(EraseUser, { actor: users.operator, userId, operator: 'anne', ...extra });
  const journal = async () => (await readFile(join(folder, 'erasures.ndjson'), 'utf8')).trim().split('\n');

  it('destroys their data key, empties the list and gives the identifier back (GDP-02)', async () => {
    const { userId } = await users.add(manager, { identifier: 'marie.dupont' });
    const reply = await erase(userId);
    expect(reply).toMatchObject({
      outcome: 'done',
      keys: [`subject-${userId}`],
      reason: 'dossier 114',
      operators: ['anne'],
    });
    expect(await users.events.read(`data-key-subject-${userId}`)).toEqual([]);
    expect((await users.list(manager)).total).toBe(1);
    expect(await users.send(GetProfile, { userId })).toEqual({ outcome: 'refused', reason: 'unknown-user' });
    expect(
      (await users.send(GetRecipient, { userId, of: 'person' as never }).catch(() => null))?.outcome,
    ).not.toBe('done');
    expect((await users.add(manager, { identifier: 'marie.dupont' })).outcome).toBe('done');
  });

  it('tells the other services, with an id and nothing else', async () => {
    const { userId } = await users.add(manager);
    const told: Message[] = [];
    const ear = users.feed.follow({
      group: 'spec',
      topics: [topics.user],
      after: await users.events.head(),
      handle: (message) => void told.push(message),
    });
    await erase(userId);
    await ear.reached(await users.events.head(), 5000);
    expect(told.map(({ body }) => body)).toEqual([
      { type: 'user.erased', userId, schoolId: expect.any(String) },
    ]);
    await ear.stop();
  });

  it('is answered as the first time when it is asked again', async () => {
    const { userId } = await users.add(manager);
    const first = await erase(userId);
    expect(await erase(userId, { reason: 'autre dossier', operator: 'bruno' })).toEqual(first);
    expect(await journal()).toHaveLength(1);
  });

  it('lets even the last manager go: nobody stays known for that', async () => {
    const { userId, schoolId } = await users.school('Auto-école du Pont');
    expect(await erase(userId)).toMatchObject({ outcome: 'done' });
    const added = { actor: users.operator, schoolId, role: 'manager', locale: 'fr' } as const;
    const next = { identifier: 'nouvelle', name: 'Ana Nova', email: 'ana@exemple.fr' };
    expect(await users.send(AddUser, { ...added, ...next })).toMatchObject({ outcome: 'done' });
  });

  it('is for the command line alone, and for people there are', async () => {
    const { userId } = await users.add(manager);
    const asked = { actor: manager, userId, operator: 'anne', reason: 'dossier 114' };
    for (const request of [EraseUser, RequestErasure])
      expect(await users.send(request, asked)).toEqual({ outcome: 'refused', reason: 'not-allowed' });
    expect(await erase('nobody')).toEqual({ outcome: 'refused', reason: 'unknown-user' });
  });

  it('takes two operators in production', async () => {
    await users.stop();
    users = await start(more(true));
    ({ manager } = await users.school());
    const { userId } = await users.add(manager);
    expect(await erase(userId)).toEqual({ outcome: 'refused', reason: 'needs-two-people' });
    const asked = { actor: users.operator, userId, operator: 'anne', reason: 'dossier 114' };
    const request = await users.send(RequestErasure, asked);
    if (request.outcome !== 'done') throw new Error(request.reason);
    const { requestId } = request;
    expect(await erase(userId, { requestId })).toEqual({ outcome: 'refused', reason: 'same-operator' });
    expect(await erase(userId, { requestId, operator: 'bruno' })).toMatchObject({
      outcome: 'done',
      operators: ['anne', 'bruno'],
    });
  });

  it('is applied again before anything is answered when an older backup is put back (GDP-03)', async () => {
    const events = new LastingStore({ retention: declaredRetention });
    await users.stop();
    users = await start({ events });
    const { manager: before } = await users.school();
    const { userId } = await users.add(before);
    const backup = await events.readAll(-1, 1000);
    const { secrets } = users;
    await erase(userId);
    await users.stop();

    const restored = new LastingStore({ retention: declaredRetention });
    for (const { stream, id, type, data, metadata } of backup)
      await restored.append(stream, [{ id, type, data, metadata }], 'any');
    users = await start({ events: restored, secrets });
    expect(await users.send(GetProfile, { userId })).toEqual({ outcome: 'refused', reason: 'unknown-user' });
    expect(await restored.read(`data-key-subject-${userId}`)).toEqual([]);
    expect((await restored.read(`user-${userId}`)).at(-1)).toMatchObject({
      type: 'UserErased',
      data: { reason: 'dossier 114', operators: ['anne'] },
    });
    const again = await users.send(ReapplyErasures, { actor: users.operator });
    expect(again).toMatchObject({ outcome: 'done', known: 1, reapplied: [] });
  });

  it('passes over a line of the journal that a crash cut off, and writes on after it', async () => {
    const [first, second] = [await users.add(manager), await users.add(manager)];
    await erase(first.userId);
    await appendFile(join(folder, 'erasures.ndjson'), '{"userId":"cut');
    await erase(second.userId);
    const again = await users.send(ReapplyErasures, { actor: users.operator });
    expect(again).toMatchObject({ known: 2, reapplied: [] });
  });
});
