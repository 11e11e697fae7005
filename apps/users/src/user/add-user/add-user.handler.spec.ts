import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AddUser, GetProfile } from '#contracts';
import { startUsers, type Users } from '../../users.harness.js';

describe('add a user', () => {
  let users: Users;
  beforeEach(async () => {
    users = await startUsers();
  });
  afterEach(() => users.stop());

  const marie = {
    identifier: ' Marie.Dupont ',
    name: 'Marie Dupont',
    role: 'instructor' as const,
    email: 'marie@exemple.fr',
    locale: 'fr' as const,
  };

  it("adds to the manager's own school, whatever school is named", async () => {
    const { manager, schoolId } = await users.school();
    const other = await users.school('Auto-école du Pont');
    const reply = await users.send(AddUser, { actor: manager, schoolId: other.schoolId, ...marie });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    expect(await users.send(GetProfile, { userId: reply.userId })).toEqual({
      outcome: 'done',
      profile: {
        userId: reply.userId,
        identifier: 'marie.dupont',
        name: 'Marie Dupont',
        role: 'instructor',
        schoolId,
        schoolName: 'Auto-école du Lac',
        locale: 'fr',
      },
      deactivated: false,
    });
  });

  it('stores no personal field in clear', async () => {
    const { manager } = await users.school();
    await users.send(AddUser, { actor: manager, ...marie });
    const stored = JSON.stringify(await users.events.readAll(-1, 1000));
    for (const personal of ['marie', 'Marie', 'Dupont', 'Gisèle', 'gisele@', '612345678']) {
      expect(stored).not.toContain(personal);
    }
  });

  it.each(['office', 'instructor'] as const)('is not allowed to %s', async (role) => {
    const { manager } = await users.school();
    const { userId } = await users.add(manager, { role });
    const head = await users.events.head();
    const reply = await users.send(AddUser, { actor: users.asActor(userId), ...marie });
    expect(reply).toEqual({ outcome: 'refused', reason: 'not-allowed' });
    expect(await users.events.head()).toBe(head);
  });

  it('lets the command line name a school that exists', async () => {
    const { schoolId } = await users.school();
    const refused = await users.send(AddUser, { actor: users.operator, schoolId: randomUUID(), ...marie });
    expect(refused).toEqual({ outcome: 'refused', reason: 'unknown-school' });
    expect(await users.send(AddUser, { actor: users.operator, ...marie })).toEqual(refused);
    const done = await users.send(AddUser, { actor: users.operator, schoolId, ...marie });
    expect(done.outcome).toBe('done');
  });

  it.each([
    [{ identifier: 'm@rie' }, 'identifier-not-valid'],
    [{ email: 'marie@exemple.fr\r\nBcc: x@y.fr' }, 'email-not-valid'],
    [{ name: '\u0000' }, 'name-not-valid'],
  ])('records nothing for details that are not valid: %j', async (wrong, reason) => {
    const { manager } = await users.school();
    const head = await users.events.head();
    const reply = await users.send(AddUser, { actor: manager, ...marie, ...wrong });
    expect(reply).toEqual({ outcome: 'refused', reason });
    expect(await users.events.head()).toBe(head);
  });

  it('gives an identifier to exactly one of twenty who ask at once, over all schools (EVT-08)', async () => {
    const schools = await Promise.all([users.school(), users.school('Auto-école du Pont')]);
    const replies = await Promise.all(
      Array.from({ length: 20 }, (_, n) => users.send(AddUser, { actor: schools[n % 2]!.manager, ...marie })),
    );
    expect(replies.filter((reply) => reply.outcome === 'done')).toHaveLength(1);
    const rest = replies.flatMap((reply) => (reply.outcome === 'refused' ? [reply.reason] : []));
    expect(new Set(rest)).toEqual(new Set(['identifier-taken']));
  });

  it('records nothing when it is repeated, and answers the same', async () => {
    const { manager } = await users.school();
    const command = { commandId: randomUUID(), actor: manager, ...marie };
    const first = await users.send(AddUser, command);
    const head = await users.events.head();
    expect(await users.send(AddUser, command)).toEqual(first);
    expect(await users.events.head()).toBe(head);
  });
});
