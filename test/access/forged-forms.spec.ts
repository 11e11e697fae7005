import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningPortal, startPortal } from './running-portal.js';

/** It takes things away from this browser alone, and must work for whoever has no cookie left (WEB-06). */
const WITHOUT_TOKEN = '/vider-le-cache';

let portal: RunningPortal;
let token: string;
let jeton: string;
let forms: readonly string[];
beforeAll(async () => {
  portal = await startPortal();
  const { userId } = await portal.registerSchool('Auto-école du Port', 'gerante');
  ({ token } = await portal.firstSignIn(userId, 'gerante'));
  const headers = { cookie: `__Host-trousseau=${token}`, 'sec-fetch-site': 'none' };
  const { text } = await portal.send({ url: '/mon-compte', headers });
  jeton = /name="jeton" value="([^"]+)"/.exec(text)![1]!;
  forms = portal.routes
    .filter(({ method, url }) => !['GET', 'HEAD', 'OPTIONS'].includes(method) && !url.startsWith('/api/'))
    .map(({ url }) => url);
}, 60_000);
afterAll(() => portal.stop());

const post = (url: string, headers: Record<string, string>, form: Record<string, string>) =>
  portal.send({
    method: 'POST',
    url: url.replaceAll(/:\w+/g, 'x'),
    headers: { cookie: `__Host-trousseau=${token}`, ...headers },
    form,
  });

describe('every form of the portal (WEB-02, TST-13)', () => {
  it('is one of the router’s', () => {
    expect(forms.length).toBeGreaterThanOrEqual(30);
    expect(forms).toEqual(expect.arrayContaining(['/connexion', '/cle-oubliee', '/deconnexion', '/langue']));
  });

  it.each([
    ['a foreign page', { 'sec-fetch-site': 'cross-site' }],
    ['a neighbour’s page', { 'sec-fetch-site': 'same-site' }],
    ['a page that hides where it is', { origin: 'null' }],
    ['nobody knows where', {}],
  ])('is refused from %s, though session and token be right, and nothing is recorded', async (_, headers) => {
    const before = await portal.platform.events.head();
    for (const url of forms) expect([url, (await post(url, headers, { jeton })).status]).toEqual([url, 403]);
    expect(await portal.platform.events.head()).toBe(before);
  });

  it('is refused without its token, but for the one that clears a browser’s own cookies', async () => {
    const before = await portal.platform.events.head();
    for (const url of forms.filter((each) => each !== WITHOUT_TOKEN)) {
      const answer = await post(url, { 'sec-fetch-site': 'same-origin' }, {});
      expect([url, answer.status]).toEqual([url, 403]);
    }
    expect(await portal.platform.events.head()).toBe(before);
  });
});

describe('every page of the portal (WEB-03, WEB-04, TST-27)', () => {
  it('is kept by no cache and framed by nobody, but for what is the same for all', async () => {
    const same = /^\/(assets\/|favicon|\.well-known\/)/;
    const pages = portal.routes.filter(
      ({ method, url }) => method === 'GET' && !url.startsWith('/api/') && !same.test(url),
    );
    expect(pages.length).toBeGreaterThanOrEqual(25);
    for (const { url } of pages) {
      const headers = { cookie: `__Host-trousseau=${token}`, 'sec-fetch-site': 'none' };
      const answer = await portal.send({ url: url.replaceAll(/:\w+/g, 'x'), headers });
      const said = [
        ...[answer.headers['cache-control'], answer.headers['x-frame-options']],
        ...[answer.headers['x-content-type-options'], answer.headers['referrer-policy']],
      ];
      expect([url, ...said]).toEqual([url, 'no-store', 'DENY', 'nosniff', 'same-origin']);
    }
  });
});
