import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { documentedOperations } from './documented-operations.js';
import { type RunningPortal, startPortal } from './running-portal.js';

let portal: RunningPortal;
let userId: string;
let restricted: string;
beforeAll(async () => {
  portal = await startPortal();
  ({ userId } = await portal.registerSchool('Auto-école du Port', 'gerante'));
  restricted = await portal.signIn('gerante', await portal.provisionalKeyOf(userId));
}, 60_000);
afterAll(() => portal.stop());

const closed = documentedOperations().filter(({ open }) => !open);
const CHOOSE_AND_SIGN_OUT = ['setKey', 'endSession'];

/** Pages for everybody, and the two that a restricted session may use. Whoever adds a page is asked here for whom it is. */
const forEverybody =
  /^\/($|connexion|cle-oubliee|choisir-ma-cle|deconnexion|vider-le-cache|lien\/|pas-moi\/|opposition\/|langue|dev\/(courriels|appels)|assets\/|favicon|healthz|readyz|\.well-known\/)/;

describe('a session that a provisional key opened (FRG-02, TST-10)', () => {
  it('is of the level it should be', async () => {
    expect(closed.length).toBeGreaterThan(8);
    expect(closed.map(({ id }) => id)).toEqual(expect.arrayContaining(CHOOSE_AND_SIGN_OUT));
  });

  it.each(closed.filter(({ id }) => !CHOOSE_AND_SIGN_OUT.includes(id)))(
    'is answered 403 by $id, and nothing is recorded',
    async ({ method, path, body }) => {
      const before = await portal.platform.events.head();
      const url = path.replace('{userId}', userId);
      const headers = { authorization: `Bearer ${restricted}` };
      const answer = await portal.send({ method, url, headers, ...body });
      expect([answer.status, answer.json<{ type: string }>().type]).toEqual([
        403,
        'urn:trousseau:problem:choose-key-first',
      ]);
      expect(await portal.platform.events.head()).toBe(before);
    },
  );

  it('is sent to choose a key by every other page', async () => {
    const pages = portal.routes.filter(
      ({ method, url }) => method === 'GET' && !url.startsWith('/api/') && !forEverybody.test(url),
    );
    expect(pages.map(({ url }) => url)).toEqual(
      expect.arrayContaining(['/accueil', '/mon-compte', '/parametres']),
    );
    for (const { url } of pages) {
      const headers = { cookie: `__Host-trousseau=${restricted}`, 'sec-fetch-site': 'none' };
      const answer = await portal.send({ url: url.replaceAll(/:\w+/g, userId), headers });
      expect([url, answer.status, answer.headers.location]).toEqual([url, 303, '/choisir-ma-cle']);
    }
  });

  it('chooses, after which it is over and the new key opens everything (FRG-04)', async () => {
    const headers = { authorization: `Bearer ${restricted}` };
    const newKey = 'trois mots que personne ne devine';
    await portal.chooseKey(restricted, newKey);
    expect((await portal.send({ method: 'DELETE', url: '/api/v1/session', headers })).status).toBe(401);
    const full = { authorization: `Bearer ${await portal.signIn('gerante', newKey)}` };
    expect((await portal.send({ url: '/api/v1/session', headers: full })).json()).toMatchObject({
      level: 'full',
    });
  }, 60_000);
});

describe.each([
  ['second-factor', '/second-facteur', ['giveSecondFactor', 'endSession'], /^\/second-facteur$/],
  [
    'enrol-factor',
    '/mon-compte/second-facteur',
    ['endSession'],
    /^\/(mon-compte\/second-facteur|confirmer-ma-cle)/,
  ],
] as const)('a session of level %s (MFA-01, TST-10)', (level, page, calls, own) => {
  let token: string;
  beforeAll(async () => {
    const school = await portal.registerSchool(`École ${level}`, `gerante-${level}`);
    const entered = await portal.firstSignIn(school.userId, `gerante-${level}`);
    if (level === 'second-factor') await portal.enrolApp(entered.token);
    else portal.platform.clock.advance({ days: 7 });
    token = await portal.signIn(`gerante-${level}`, entered.key);
  }, 60_000);

  it.each(closed.filter(({ id }) => !(calls as readonly string[]).includes(id)))(
    'is answered 403 by $id, and nothing is recorded',
    async ({ method, path, body }) => {
      const before = await portal.platform.events.head();
      const headers = { authorization: `Bearer ${token}` };
      const answer = await portal.send({ method, url: path.replace('{userId}', userId), headers, ...body });
      expect([answer.status, answer.json<{ type: string }>().type]).toEqual([
        403,
        `urn:trousseau:problem:${level}-first`,
      ]);
      expect(await portal.platform.events.head()).toBe(before);
    },
  );

  it('is sent to its one page by every other', async () => {
    const pages = portal.routes.filter(
      ({ method, url }) =>
        method === 'GET' && !url.startsWith('/api/') && !forEverybody.test(url) && !own.test(url),
    );
    expect(pages.length).toBeGreaterThan(5);
    for (const { url } of [...pages, { url: '/choisir-ma-cle' }]) {
      const headers = { cookie: `__Host-trousseau=${token}`, 'sec-fetch-site': 'none' };
      const answer = await portal.send({ url: url.replaceAll(/:\w+/g, userId), headers });
      expect([url, answer.status, answer.headers.location]).toEqual([url, 303, page]);
    }
  });
});
