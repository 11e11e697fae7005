import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeactivateUser, ListUsers, type Actor, type PayloadOf } from '#contracts';
import { eventually } from '#event-store/testing';
import { startUsers, type Users } from '../../users.harness.js';

describe('the user list', () => {
  let users: Users;
  let actor: Actor;
  beforeEach(async () => {
    users = await startUsers();
    actor = (await users.school('Auto-école du Lac', 'gerante')).manager;
  });
  afterEach(() => users.stop());

  const names = async (more: Partial<PayloadOf<typeof ListUsers>> = {}) =>
    (await users.list(actor, more)).users.map(({ name }) => name);
  const people = async () => {
    const add = (name: string, identifier: string, email: string, role: 'office' | 'instructor') =>
      users.add(actor, { name, identifier, email, role });
    const zoe = await add('Zoé Martin', 'zoe', 'a@exemple.fr', 'instructor');
    const emile = await add('Émile Zola', 'emile', 'b@exemple.fr', 'office');
    const anne = await add('anne Petit', 'anne', 'c@exemple.fr', 'instructor');
    return { zoe, emile, anne };
  };

  /** The row found by `q`; another service's message arrives there when it does. */
  const shownAs = (q: string) => {
    const row = async () => (await users.list(actor, { q })).users[0];
    const becomes = (expected: object) => eventually(async () => expect(await row()).toMatchObject(expected));
    return { row, becomes };
  };

  it('shows a manager their own change at once (invariant 8)', async () => {
    const { userId, position } = await users.add(actor);
    const added = await users.send(ListUsers, { actor, limit: 10, atLeast: position });
    expect(added).toMatchObject({
      users: [{ name: 'Gisèle Gérant' }, { userId, name: 'Marie Dupont' }],
      total: 2,
    });
    const done = await users.send(DeactivateUser, { actor, userId });
    if (done.outcome !== 'done') throw new Error(done.reason);
    const after = await users.send(ListUsers, { actor, limit: 10, atLeast: done.position });
    expect(after).toMatchObject({ users: [{}, { state: 'deactivated' }] });
  });

  it('says "not yet" for a position that does not come in two seconds', async () => {
    const reply = await users.send(ListUsers, { actor, limit: 10, atLeast: 1_000_000 });
    expect(reply).toEqual({ outcome: 'refused', reason: 'not-yet' });
  });

  it('sorts as French readers do, by every column, both ways', async () => {
    await people();
    expect(await names()).toEqual(['anne Petit', 'Émile Zola', 'Gisèle Gérant', 'Zoé Martin']);
    expect(await names({ descending: true })).toEqual([
      'Zoé Martin',
      'Gisèle Gérant',
      'Émile Zola',
      'anne Petit',
    ]);
    expect(await names({ sort: 'email' })).toEqual([
      'Zoé Martin',
      'Émile Zola',
      'anne Petit',
      'Gisèle Gérant',
    ]);
    expect(await names({ sort: 'identifier' })).toEqual([
      'anne Petit',
      'Émile Zola',
      'Gisèle Gérant',
      'Zoé Martin',
    ]);
    expect((await names({ sort: 'role' })).slice(0, 2)).toEqual(['Gisèle Gérant', 'Émile Zola']);
  });

  it('finds names, identifiers and addresses, without accents and case', async () => {
    await people();
    expect(await names({ q: 'EMILE' })).toEqual(['Émile Zola']);
    expect(await names({ q: 'zo' })).toEqual(['Émile Zola', 'Zoé Martin']);
    expect(await names({ q: 'zo mart' })).toEqual(['Zoé Martin']);
    expect(await names({ q: 'c@exemple' })).toEqual(['anne Petit']);
    expect(await names({ q: '%' })).toEqual([]);
    expect((await users.list(actor, { q: 'zo' })).total).toBe(2);
  });

  it.each(['name', 'role', 'state', 'lastSignInAt'] as const)(
    'gives every user once over its pages, sorted by %s, both ways',
    async (sort) => {
      for (let n = 0; n < 7; n += 1) await users.add(actor, { name: 'Même Nom' });
      for (const descending of [false, true]) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await users.list(actor, { sort, descending, limit: 3, ...(cursor ? { cursor } : {}) });
          expect(page.total).toBe(8);
          seen.push(...page.users.map(({ userId }) => userId));
          cursor = page.nextCursor;
        } while (cursor);
        expect(seen).toHaveLength(8);
        expect(new Set(seen).size).toBe(8);
      }
    },
  );

  it('refuses a cursor that is broken, of another order, of another search, or of another school', async () => {
    await users.add(actor);
    const other = await users.school('Auto-école du Pont');
    const { nextCursor: cursor } = await users.list(actor, { limit: 1 });
    const invalid = { outcome: 'refused', reason: 'cursor-not-valid' };
    expect(await users.send(ListUsers, { actor, limit: 1, cursor: 'x' })).toEqual(invalid);
    expect(await users.send(ListUsers, { actor, limit: 1, cursor: cursor!, sort: 'email' })).toEqual(invalid);
    expect(await users.send(ListUsers, { actor, limit: 1, cursor: cursor!, descending: true })).toEqual(
      invalid,
    );
    expect(await users.send(ListUsers, { actor, limit: 1, cursor: cursor!, q: 'a' })).toEqual(invalid);
    expect(await users.send(ListUsers, { actor: other.manager, limit: 1, cursor: cursor! })).toEqual(invalid);
  });

  it('is for active managers, and of their own school (REF-05, TST-31)', async () => {
    const { emile } = await people();
    const denied = { outcome: 'refused', reason: 'not-allowed' };
    expect(await users.send(ListUsers, { actor: users.asActor(emile.userId), limit: 10 })).toEqual(denied);
    expect(await users.send(ListUsers, { actor: users.operator, limit: 10 })).toEqual(denied);
    const other = await users.school('Auto-école du Pont');
    expect((await users.list(other.manager)).users.map(({ userId }) => userId)).toEqual([other.userId]);
  });

  it('shows what auth tells: a full sign-in, a chosen key, too many failures', async () => {
    const { zoe } = await people();
    const userId = zoe.userId;
    const sessionId = 'a'.repeat(64);
    const { row, becomes } = shownAs('zoe');
    const at = '2026-11-22T10:00:00.000Z';

    await users.tell({ type: 'session.opened', sessionId, userId, level: 'choose-key' }, at);
    expect(await row()).toMatchObject({ state: 'awaiting-first-key' });
    expect((await row())?.lastSignInAt).toBeUndefined();
    await users.tell({ type: 'credential.key-chosen', userId, epoch: 1, generation: 1 });
    await users.tell({ type: 'session.opened', sessionId, userId, level: 'full' }, at);
    await becomes({ state: 'active', lastSignInAt: at });
    await users.tell({ type: 'credential.disabled', userId, epoch: 2, reason: 'too-many-failures' });
    await becomes({ state: 'disabled-by-failures' });
    await users.tell({ type: 'credential.restored', userId });
    await becomes({ state: 'active' });
  });

  it('shows whether there is a second factor beside the key (MFA-01)', async () => {
    const { zoe } = await people();
    const { userId } = zoe;
    const { row, becomes } = shownAs('zoe');
    const factor = { userId, kind: 'passkey' } as const;
    expect(await row()).toMatchObject({ secondFactor: false });
    await users.tell({ type: 'credential.factor-added', ...factor, first: true });
    await becomes({ secondFactor: true });
    await users.tell({ type: 'credential.factor-removed', ...factor, left: 0 });
    await becomes({ secondFactor: false });
    await users.tell({ type: 'credential.factor-added', ...factor, first: true });
    await users.tell({ type: 'credential.factor-removed', ...factor, left: 1 });
    await becomes({ secondFactor: true });
    await users.tell({ type: 'credential.factors-reset', userId });
    await becomes({ secondFactor: false });
  });
});
