import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DeactivateUser, GetUser, ReactivateUser, type Actor } from '#contracts';
import { startUsers, type Users } from '../../users.harness.js';

describe('deactivate and reactivate', () => {
  let users: Users;
  let manager: Actor;
  let managerId: string;
  beforeEach(async () => {
    users = await startUsers();
    ({ manager, userId: managerId } = await users.school());
  });
  afterEach(() => users.stop());

  const stateOf = async (userId: string) => {
    const reply = await users.send(GetUser, { actor: users.operator, userId });
    return reply.outcome === 'done' ? reply.user.state : reply.reason;
  };

  it('closes and opens an account', async () => {
    const { userId } = await users.add(manager);
    expect((await users.send(DeactivateUser, { actor: manager, userId })).outcome).toBe('done');
    expect(await stateOf(userId)).toBe('deactivated');
    expect((await users.send(ReactivateUser, { actor: manager, userId })).outcome).toBe('done');
    expect(await stateOf(userId)).toBe('awaiting-first-key');
  });

  it('keeps the last manager', async () => {
    const reply = await users.send(DeactivateUser, { actor: manager, userId: managerId });
    expect(reply).toEqual({ outcome: 'refused', reason: 'last-manager' });
    expect(await stateOf(managerId)).toBe('awaiting-first-key');
  });

  it('keeps one of two managers who close each other at the same moment', async () => {
    const second = await users.add(manager, { role: 'manager' });
    const replies = await Promise.all([
      users.send(DeactivateUser, { actor: manager, userId: second.userId }),
      users.send(DeactivateUser, { actor: users.asActor(second.userId), userId: managerId }),
    ]);
    expect(replies.map(({ outcome }) => outcome).sort()).toEqual(['done', 'refused']);
  });

  it('counts a manager again once reactivated', async () => {
    const { userId } = await users.add(manager, { role: 'manager' });
    await users.send(DeactivateUser, { actor: manager, userId });
    await users.send(ReactivateUser, { actor: manager, userId });
    expect((await users.send(DeactivateUser, { actor: manager, userId: managerId })).outcome).toBe('done');
    expect(await users.send(DeactivateUser, { actor: users.asActor(userId), userId })).toEqual({
      outcome: 'refused',
      reason: 'last-manager',
    });
  });

  it('takes the rights of a deactivated manager at once', async () => {
    const second = await users.add(manager, { role: 'manager' });
    const { userId } = await users.add(manager);
    await users.send(DeactivateUser, { actor: manager, userId: second.userId });
    const reply = await users.send(DeactivateUser, { actor: users.asActor(second.userId), userId });
    expect(reply).toEqual({ outcome: 'refused', reason: 'not-allowed' });
  });

  it('answers a foreign id as an unknown one, and records nothing (REF-05, TST-31)', async () => {
    const other = await users.school('Auto-école du Pont');
    const foreign = await users.add(other.manager);
    const head = await users.events.head();
    for (const request of [DeactivateUser, ReactivateUser]) {
      const answers = await Promise.all(
        [foreign.userId, randomUUID()].map((userId) => users.send(request, { actor: manager, userId })),
      );
      const unknown = { outcome: 'refused', reason: 'unknown-user' };
      expect(answers).toEqual([unknown, unknown]);
    }
    expect(await users.events.head()).toBe(head);
  });
});
