import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '#event-store';
import { CookieJar, ProbeController, type RunningGateway, startGateway, tokenOf } from '../testing/index.js';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({}, [ProbeController]);
});
afterAll(() => gateway.stop());

const browserOf = async (userId: string) =>
  new CookieJar().set('__Host-trousseau', await tokenOf(gateway, userId));
const get = (url: string, jar: CookieJar) => gateway.ask({ url, headers: jar.headers() });

describe('the session guard on pages', () => {
  it('lets a full session in', async () => {
    expect((await get('/probe/full', await browserOf('gerante'))).text).toBe('Léandra Morvan');
  });

  it('reads the plain name where the browser brings nothing else, on http://localhost', async () => {
    const jar = new CookieJar().set('trousseau', await tokenOf(gateway, 'gerante'));
    expect((await get('/probe/full', jar)).text).toBe('Léandra Morvan');
  });

  it('answers 200 with the sign-in page at that address when nobody is signed in, and never redirects (WEB-05)', async () => {
    const answer = await get('/probe/full', new CookieJar());
    expect(answer.status).toBe(200);
    expect(answer.headers.location).toBeUndefined();
    expect(answer.text).not.toContain('Léandra');
    expect(answer.headers['content-type']).toContain('text/html');
  });

  it.each(['A'.repeat(43), 'garbage', '', '%00', 'x'.repeat(4000)])(
    'expires a cookie that opens nothing, under every name, and stays where it is (WEB-05): %.20s',
    async (value) => {
      const answer = await get('/probe/full', new CookieJar().set('__Host-trousseau', value));
      expect(answer.status).toBe(200);
      const expired = answer.cookies
        .filter((line) => line.includes('Max-Age=0'))
        .map((line) => line.split('=')[0]);
      expect([...new Set(expired)]).toEqual(['__Host-trousseau', 'trousseau']);
    },
  );

  it('opens nothing that is not marked to a session that must choose a key first: it is sent there (FRG-02, TST-10)', async () => {
    const jar = await browserOf('nouvelle');
    const answer = await get('/probe/full', jar);
    expect([answer.status, answer.headers.location]).toEqual([303, '/choisir-ma-cle']);
    expect((await get('/probe/choose', jar)).text).toBe('choose-key');
  });

  it('takes no session from a Bearer header: pages read the cookie alone', async () => {
    const token = await tokenOf(gateway, 'gerante');
    const answer = await gateway.ask({ url: '/probe/full', headers: { authorization: `Bearer ${token}` } });
    expect(answer.text).not.toContain('Léandra');
  });

  it('answers 503 while sessions cannot be verified, and keeps the cookie (SES-13)', async () => {
    const jar = await browserOf('gerante');
    gateway.standIn.before = () => {
      throw new StoreUnavailable('down');
    };
    const answer = await get('/probe/full', jar);
    gateway.standIn.before = () => undefined;
    expect([answer.status, answer.headers['retry-after']]).toEqual([503, '5']);
    expect(answer.cookies.filter((line) => line.includes('trousseau='))).toEqual([]);
  });
});

describe('the session guard on the API', () => {
  const session = (headers: Record<string, string>) => gateway.ask({ url: '/api/v1/session', headers });

  it('reads the Bearer token, however its scheme is written (RFC 9110, 11.1)', async () => {
    const token = await tokenOf(gateway, 'gerante');
    for (const scheme of ['Bearer', 'bearer', 'BEARER']) {
      expect((await session({ authorization: `${scheme} ${token}` })).status).toBe(200);
    }
  });

  it('reads no cookie: a browser brings nothing along that a foreign page could use (WEB-02)', async () => {
    expect((await session((await browserOf('gerante')).headers())).status).toBe(401);
  });

  it.each(['/%61pi/v1/session', '/ap%69/v1/session', '/%61%70%69/v1/users'])(
    'is not fooled by how the address is written, as the router is not: %s (WEB-02)',
    async (url) => {
      const answer = await gateway.ask({ url, headers: (await browserOf('gerante')).headers() });
      expect([answer.status, answer.headers['content-type']]).toEqual([
        401,
        'application/problem+json; charset=utf-8',
      ]);
      const headers = { authorization: `Bearer ${await tokenOf(gateway, 'gerante')}` };
      expect((await gateway.ask({ url, headers })).status).toBe(200);
    },
  );

  it.each(['', 'Bearer', 'Bearer ', 'Basic Z2VyYW50ZTpjbGU=', `Bearer ${'A'.repeat(43)}`, 'Bearer a b'])(
    'answers 401 to "%s" and tells how to sign in',
    async (authorization) => {
      const answer = await session({ authorization });
      expect(answer.status).toBe(401);
      expect(answer.headers['www-authenticate']).toBe('Bearer realm="trousseau"');
      expect(answer.json()).toMatchObject({ type: 'urn:trousseau:problem:no-session' });
    },
  );
});
