import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AddOperator, GetProfile, GetUser, ListUsers } from '#contracts';
import { startUsers, type Users } from '../../users.harness.js';

describe('add an operator', () => {
  let users: Users;
  beforeEach(async () => {
    users = await startUsers();
  });
  afterEach(() => users.stop());

  const nadia = {
    identifier: 'nadia.assistance',
    name: 'Nadia Perrin',
    role: 'support',
    email: 'nadia@trousseau.example',
    locale: 'fr',
  } as const;
  const added = async (role: 'support' | 'auditor' = 'support') => {
    const reply = await users.send(AddOperator, { actor: users.operator, ...nadia, role });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    return reply.userId;
  };

  it('belongs to no school, and to the vendor', async () => {
    const { email: _, ...shown } = nadia;
    const userId = await added();
    expect(await users.send(GetProfile, { userId })).toEqual({
      outcome: 'done',
      profile: { userId, ...shown, schoolId: '', schoolName: 'Trousseau' },
      deactivated: false,
    });
  });

  it('is made at the command line alone, not by a manager and not by another operator', async () => {
    const { manager } = await users.school();
    const operator = users.asActor(await added());
    for (const actor of [manager, operator]) {
      const asked = { actor, ...nadia, identifier: 'hugo.assistance' };
      expect(await users.send(AddOperator, asked)).toMatchObject({ reason: 'not-allowed' });
    }
  });

  it('shares the identifiers of everybody', async () => {
    await added();
    const again = { actor: users.operator, ...nadia };
    expect(await users.send(AddOperator, again)).toMatchObject({ reason: 'identifier-taken' });
  });

  it.each(['support', 'auditor'] as const)('with role %s sees no list, and stands in none', async (role) => {
    const { manager } = await users.school();
    const userId = await added(role);
    const actor = users.asActor(userId);
    expect(await users.send(ListUsers, { actor, limit: 10 })).toMatchObject({ reason: 'not-allowed' });
    const managerId = manager.kind === 'user' ? manager.userId : '';
    expect(await users.send(GetUser, { actor, userId: managerId })).toMatchObject({ reason: 'not-allowed' });
    expect(await users.send(GetUser, { actor: manager, userId })).toMatchObject({ reason: 'unknown-user' });
    expect((await users.list(manager)).users.map((user) => user.userId)).toEqual([managerId]);
  });
});
