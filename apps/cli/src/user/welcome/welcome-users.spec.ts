import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { AuthModule, publishAuth } from '#apps/auth';
import { UsersModule, publishUsers } from '#apps/users';
import { AddUser, DeactivateUser, RegisterSchool } from '#contracts';
import { eventually } from '#event-store/testing';
import type { Platform } from '#platform';
import { startServices, testPlatform } from '#platform/testing';
import type { Refused } from '../../terminal/answer.js';
import { welcomeFields, welcomeText } from './report.js';
import { welcomeFor } from './welcome-for.js';
import { welcomeUsers } from './welcome-users.js';

const actor = { kind: 'command-line' } as const;

describe('welcoming those who have no key', () => {
  let platform: Platform & { stop(): Promise<void> };
  let schoolId: string;
  let managerId: string;
  const ids: string[] = [];

  const asked = async () =>
    (await platform.events.readAll(-1, 10_000)).filter(({ type }) => type === 'ProvisionalKeyAsked');
  const statuses = async (apply: boolean) =>
    (await welcomeUsers(platform, { schoolId }, apply)).map(({ status }) => status);

  beforeAll(async () => {
    platform = await startServices(await testPlatform({ publish: [publishAuth, publishUsers] }), [
      UsersModule,
      AuthModule,
    ]);
    const manager = { identifier: 'ines', name: 'Inès Petit', email: 'ines@exemple.fr' };
    const school = await platform.bus.ask(RegisterSchool, {
      ...{ commandId: randomUUID(), actor, name: 'Auto-école du Lac' },
      manager: { ...manager, phone: '06 12 34 56 78', locale: 'fr' },
    });
    if (school.outcome === 'refused') throw new Error(school.reason);
    ({ schoolId, userId: managerId } = school);
    for (const identifier of ['paul', 'marie', 'zoe']) {
      const person = { identifier, name: identifier, email: `${identifier}@exemple.fr` };
      const added = await platform.bus.ask(AddUser, {
        ...{ commandId: randomUUID(), actor, schoolId, ...person },
        ...{ role: 'instructor', locale: 'fr', welcome: false },
      });
      if (added.outcome === 'refused') throw new Error(added.reason);
      ids.push(added.userId);
    }
    await eventually(async () => {
      const heard = await platform.events.read(`credential-${managerId}`);
      if (!heard.some(({ type }) => type === 'KeyRenewalRequested')) throw new Error('not yet');
    });
    await platform.bus.ask(DeactivateUser, { commandId: randomUUID(), actor, userId: ids[2]! });
  });
  afterAll(() => platform.stop());

  it('says to whom a mail would go, and sends none without being told to', async () => {
    const tried = await welcomeUsers(platform, { schoolId }, false);
    expect(
      tried
        .filter(({ status }) => status === 'waiting')
        .map(({ userId }) => userId)
        .sort(),
    ).toEqual(ids.slice(0, 2).sort());
    expect(tried.find(({ userId }) => userId === ids[2])?.status).toBe('closed');
    expect(welcomeText('fr', tried, false)).toBe(
      '2 personnes attendent une première clé ; 0 personne a déjà une clé, 1 clé provisoire est en route, 1 compte est fermé. Aucun e-mail n’est parti : c’était un essai, ajoutez --apply pour envoyer.',
    );
    expect(welcomeText('en', tried, false)).toBe(
      '2 people wait for a first key; 0 people have a key already, 1 provisional key is on its way, 1 account is closed. No mail has left: this was a trial, add --apply to send them.',
    );
    expect(await asked()).toEqual([]);
  });

  it('sends each of them one, once', async () => {
    expect((await statuses(true)).filter((status) => status === 'sent')).toHaveLength(2);
    expect((await asked()).map(({ data }) => data)).toEqual([
      expect.objectContaining({ welcome: true }),
      expect.objectContaining({ welcome: true }),
    ]);
    expect(await statuses(true)).not.toContain('sent');
    expect(await asked()).toHaveLength(2);
  });

  it('knows neither a school nor a user that does not exist', async () => {
    const scopes = [{ schoolId: 'nowhere' }, { userId: 'nobody' }];
    const reasons = await Promise.all(
      scopes.map((scope) => welcomeUsers(platform, scope, true).catch((error: Refused) => error.reason)),
    );
    expect(reasons).toEqual(['unknown-school', 'unknown-user']);
  });

  it('tells a program ids and counts, no name and no address', async () => {
    const fields = welcomeFields(await welcomeUsers(platform, { userId: managerId }, false), false);
    expect(fields).toMatchObject({ applied: false, totals: { users: 1 }, users: [{ userId: managerId }] });
    expect(JSON.stringify(fields)).not.toContain('ines');
  });

  it('leaves out whoever is not there', () => {
    const at = '2026-11-22T08:00:00.000Z';
    const credential = { kind: 'none' } as const;
    expect(welcomeFor({ user: { status: 'unknown' }, credential, withheld: true, at })).toBe('closed');
  });
});
