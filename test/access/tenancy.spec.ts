import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentedOperations } from './documented-operations.js';
import { type RunningPortal, startPortal } from './running-portal.js';

let portal: RunningPortal;
let manager: { token: string; key: string };
let instructor: { token: string };
let own: { schoolId: string; userId: string };
let ownInstructor: string;
let foreign: Record<string, string>;
beforeAll(async () => {
  portal = await startPortal();
  own = await portal.registerSchool('Auto-école du Port', 'gerante');
  const other = await portal.registerSchool('Auto-école de la Gare', 'voisine');
  ownInstructor = await portal.addUser(own.schoolId, 'moniteur');
  foreign = {
    'the manager of another school': other.userId,
    'an instructor of another school': await portal.addUser(other.schoolId, 'voisin'),
    nobody: '00000000-0000-4000-8000-000000000000',
    'the school itself': own.schoolId,
  };
  manager = await portal.firstSignIn(own.userId, 'gerante');
  instructor = await portal.firstSignIn(ownInstructor, 'moniteur');
}, 60_000);
afterAll(() => portal.stop());

const aboutOne = documentedOperations().filter(({ path }) => path.includes('{userId}'));
const ofManagers = documentedOperations().filter(({ path }) => path.startsWith('/api/v1/users'));

const send = (
  { method, path, body }: (typeof aboutOne)[number],
  userId: string,
  { token, key }: { token: string; key?: string },
) => {
  const json =
    'json' in body && key !== undefined && 'currentKey' in body.json
      ? { ...body.json, currentKey: key }
      : undefined;
  const headers = { authorization: `Bearer ${token}` };
  return portal.send({
    method,
    url: path.replace('{userId}', userId),
    headers,
    ...body,
    ...(json ? { json } : {}),
  });
};

describe('another school’s users (REF-05, TST-31)', () => {
  it('are asked about by every operation that names a user', () => {
    expect(aboutOne.length).toBeGreaterThanOrEqual(5);
  });

  it.each(aboutOne)('do not exist for $id', async (operation) => {
    for (const [who, userId] of Object.entries(foreign)) {
      const before = await portal.platform.events.head();
      const answer = await send(operation, userId, manager);
      expect([who, answer.status, answer.json<{ type: string }>().type]).toEqual([
        who,
        404,
        'urn:trousseau:problem:unknown-user',
      ]);
      expect([who, await portal.platform.events.head()]).toEqual([who, before]);
    }
  });

  it.each(aboutOne)(
    'cannot be told from nobody by $id: the answers are alike to the byte',
    async (operation) => {
      const answers = new Set<string>();
      for (const userId of Object.values(foreign)) {
        const { status, text, headers } = await send(operation, userId, manager);
        answers.add(JSON.stringify([status, text, { ...headers, date: '' }]));
      }
      expect(answers.size).toBe(1);
    },
  );

  it('are not in the list', async () => {
    const headers = { authorization: `Bearer ${manager.token}` };
    const { users } = (await portal.send({ url: '/api/v1/users?limit=200', headers })).json<{
      users: { identifier: string }[];
    }>();
    expect(users.map(({ identifier }) => identifier).sort()).toEqual(['gerante', 'moniteur']);
  });
});

describe('whoever manages nothing', () => {
  it.each(ofManagers)('is answered 403 by $id, for own and foreign users alike', async (operation) => {
    for (const userId of [ownInstructor, own.userId, foreign['nobody']!]) {
      const before = await portal.platform.events.head();
      const answer = await send(operation, userId, instructor);
      expect([answer.status, answer.json<{ type: string }>().type]).toEqual([
        403,
        'urn:trousseau:problem:not-allowed',
      ]);
      expect(await portal.platform.events.head()).toBe(before);
    }
  });
});
