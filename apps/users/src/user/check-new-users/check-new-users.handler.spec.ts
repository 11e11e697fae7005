import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { AddUser, CheckNewUsers } from '#contracts';
import { startUsers, type Users } from '../../users.harness.js';

const marie = { identifier: 'marie.dupont', name: 'Marie Dupont', email: 'marie@exemple.fr' };
const more = { role: 'instructor', locale: 'fr' } as const;

describe('check new users', () => {
  let users: Users;
  beforeEach(async () => {
    users = await startUsers();
  });
  afterEach(() => users.stop());

  const check = (schoolId: string, ...asked: readonly Partial<typeof marie & { commandId: string }>[]) =>
    users.bus.ask(CheckNewUsers, {
      actor: users.operator,
      schoolId,
      users: asked.map((one) => ({ commandId: randomUUID(), ...marie, ...one })),
    });

  const free = { present: false, problems: [] };

  it('tells everything that is wrong with each, in their order, and records nothing', async () => {
    const { schoolId } = await users.school();
    const head = await users.events.head();
    const wrong = { identifier: 'm@rie', name: '', email: 'marie' };
    expect(await check(schoolId, {}, wrong, { email: 'marie@' })).toEqual({
      outcome: 'done',
      users: [
        free,
        { present: false, problems: ['identifier-not-valid', 'name-not-valid', 'email-not-valid'] },
        { present: false, problems: ['email-not-valid'] },
      ],
    });
    expect(await users.events.head()).toBe(head);
  });

  it('knows whom the same command has added already from whom another has', async () => {
    const { schoolId } = await users.school();
    const commandId = randomUUID();
    await users.send(AddUser, { commandId, actor: users.operator, schoolId, ...marie, ...more });
    expect(await check(schoolId, { commandId }, { identifier: 'MARIE.DUPONT' })).toEqual({
      outcome: 'done',
      users: [
        { present: true, problems: [] },
        { present: false, problems: ['identifier-taken'] },
      ],
    });
  });

  it('is for the command line, and for a school that exists', async () => {
    const { schoolId, manager } = await users.school();
    expect(await users.bus.ask(CheckNewUsers, { actor: manager, schoolId, users: [] })).toEqual({
      outcome: 'refused',
      reason: 'not-allowed',
    });
    expect(await check('nowhere')).toEqual({ outcome: 'refused', reason: 'unknown-school' });
  });

  it('lets the welcome mail wait when it is asked to, and says so to auth', async () => {
    const { schoolId } = await users.school();
    const told: unknown[] = [];
    const ear = users.feed.follow({
      group: 'spec',
      topics: ['identity.user.v1'],
      after: -1,
      handle: ({ body }) => void told.push(body),
    });
    const add = { actor: users.operator, schoolId, ...more };
    await users.send(AddUser, { ...add, ...marie, welcome: false });
    await users.send(AddUser, { ...add, ...marie, identifier: 'paul', welcome: true });
    await ear.reached(await users.events.head(), 100_000);
    await ear.stop();
    const [, first, second] = told as readonly object[];
    expect(first).toMatchObject({ type: 'user.registered', welcome: false });
    expect(second).not.toHaveProperty('welcome');
  });
});
