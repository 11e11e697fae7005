import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { GetProfile, RegisterSchool } from '#contracts';
import { startUsers, type Users } from '../../users.harness.js';

const manager = {
  identifier: 'gisele',
  name: 'Gisèle Gérant',
  email: 'gisele@exemple.fr',
  phone: '06 12 34 56 78',
  locale: 'fr' as const,
};
const name = 'Auto-école du Lac';

describe('register a school', () => {
  let users: Users;
  beforeEach(async () => {
    users = await startUsers();
  });
  afterEach(() => users.stop());

  it('registers the school, then its manager', async () => {
    const reply = await users.send(RegisterSchool, { actor: users.operator, name, manager });
    if (reply.outcome !== 'done') throw new Error(reply.reason);
    const { schoolId, userId } = reply;
    expect(await users.send(GetProfile, { userId })).toMatchObject({
      profile: { role: 'manager', schoolId, schoolName: name, identifier: 'gisele' },
    });
  });

  it('is only for the command line', async () => {
    const school = await users.school();
    const reply = await users.send(RegisterSchool, { actor: school.manager, name, manager });
    expect(reply).toEqual({ outcome: 'refused', reason: 'not-allowed' });
  });

  it.each([
    [{ name: ' ' }, {}, 'name-not-valid'],
    [{}, { name: ' ' }, 'name-not-valid'],
    [{}, { identifier: 'g' }, 'identifier-not-valid'],
    [{}, { email: 'gisele' }, 'email-not-valid'],
    [{}, { phone: '36 30' }, 'phone-not-valid'],
  ])('records nothing for details that are not valid: %j %j', async (school, person, reason) => {
    const asked = { actor: users.operator, name, manager: { ...manager, ...person }, ...school };
    expect(await users.send(RegisterSchool, asked)).toEqual({ outcome: 'refused', reason });
    expect(await users.events.readAll(-1, 10)).toEqual([]);
  });

  it('makes no school for an identifier that is taken', async () => {
    await users.send(RegisterSchool, { actor: users.operator, name, manager });
    const head = await users.events.head();
    const reply = await users.send(RegisterSchool, { actor: users.operator, name: 'Autre', manager });
    expect(reply).toEqual({ outcome: 'refused', reason: 'identifier-taken' });
    expect(await users.events.head()).toBe(head);
  });

  it('records nothing when it is repeated', async () => {
    const asked = { commandId: randomUUID(), actor: users.operator, name, manager };
    const first = await users.send(RegisterSchool, asked);
    const head = await users.events.head();
    expect(await users.send(RegisterSchool, asked)).toEqual(first);
    expect(await users.events.head()).toBe(head);
  });
});
