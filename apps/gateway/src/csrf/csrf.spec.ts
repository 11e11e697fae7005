import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CookieJar, ProbeController, type RunningGateway, startGateway } from '../testing/index.js';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({}, [ProbeController]);
});
afterAll(() => gateway.stop());

/** A browser that has the form before it. */
const visitor = async (jar = new CookieJar()) => {
  const page = jar.take(await gateway.ask({ url: '/probe/open', headers: jar.headers() }));
  return { jar, jeton: page.json<{ jeton: string }>().jeton };
};
const post = (headers: Record<string, string>, form: Record<string, string>) =>
  gateway.ask({ method: 'POST', url: '/probe/open', headers, form });

describe('the CSRF guard (WEB-02, TST-13)', () => {
  it('takes a form of ours from the browser that was given it', async () => {
    const { jar, jeton } = await visitor();
    expect((await post(jar.headers(), { jeton })).status).toBe(201);
  });

  it.each([
    ['cross-site', 403],
    ['same-site', 403],
    ['same-origin', 201],
    ['none', 201],
    ['nonsense', 403],
  ])('Sec-Fetch-Site: %s answers %d', async (site, status) => {
    const { jar, jeton } = await visitor();
    expect((await post(jar.headers({ 'sec-fetch-site': site }), { jeton })).status).toBe(status);
  });

  it.each([
    ['http://localhost:3000', 201],
    ['https://localhost:3000', 403],
    ['http://localhost:3001', 403],
    ['http://evil.example', 403],
    ['null', 403],
    [undefined, 403],
  ])('without Sec-Fetch-Site, Origin: %s answers %d', async (origin, status) => {
    const { jar, jeton } = await visitor();
    const { 'sec-fetch-site': _, ...headers } = jar.headers(origin === undefined ? {} : { origin });
    expect((await post(headers, { jeton })).status).toBe(status);
  });

  it('believes Sec-Fetch-Site before Origin', async () => {
    const { jar, jeton } = await visitor();
    const headers = jar.headers({ 'sec-fetch-site': 'cross-site', origin: 'http://localhost:3000' });
    expect((await post(headers, { jeton })).status).toBe(403);
  });

  it('refuses a form without a token, with an altered one, and with that of another browser', async () => {
    const { jar, jeton } = await visitor();
    const other = await visitor();
    expect((await post(jar.headers(), {})).status).toBe(403);
    expect((await post(jar.headers(), { jeton: '' })).status).toBe(403);
    expect((await post(jar.headers(), { jeton: `${jeton.slice(0, -1)}x` })).status).toBe(403);
    expect((await post(jar.headers(), { jeton: other.jeton })).status).toBe(403);
    expect((await post(new CookieJar().headers(), { jeton })).status).toBe(403);
  });

  it('refuses a token given twice: which of them counts is for nobody to guess', async () => {
    const { jar, jeton } = await visitor();
    const body = `jeton=${jeton}&jeton=${jeton}`;
    const headers = jar.headers({ 'content-type': 'application/x-www-form-urlencoded' });
    expect((await gateway.ask({ method: 'POST', url: '/probe/open', headers, body })).status).toBe(403);
  });

  it('refuses a cookie that somebody made up, though the token be right for it', async () => {
    const { jeton } = await visitor(new CookieJar().set('__Host-avant', 'made-up'));
    expect((await post(new CookieJar().set('__Host-avant', 'made-up').headers(), { jeton })).status).toBe(
      403,
    );
  });

  it('guards the sign-in too: a foreign page cannot sign anybody in as somebody else (login CSRF)', async () => {
    const { key } = gateway.standIn.people.get('gerante')!;
    const form = { identifiant: 'gerante', cle: key };
    const answer = await gateway.ask({
      method: 'POST',
      url: '/probe/sign-in',
      form,
      headers: { 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.status).toBe(403);
    expect(answer.cookies.filter((line) => line.includes('trousseau='))).toEqual([]);
  });

  it('binds tokens to the session once there is one: those of the visit before are void', async () => {
    const { jar, jeton } = await visitor();
    const { key } = gateway.standIn.people.get('gerante')!;
    const form = { identifiant: 'gerante', cle: key, jeton };
    jar.take(await gateway.ask({ method: 'POST', url: '/probe/sign-in', form, headers: jar.headers() }));
    expect((await post(jar.headers(), { jeton })).status).toBe(403);
    const signedIn = await visitor(jar);
    expect((await post(jar.headers(), { jeton: signedIn.jeton })).status).toBe(201);
  });

  it('gives no two forms the same token', async () => {
    const { jar, jeton } = await visitor();
    expect((await visitor(jar)).jeton).not.toBe(jeton);
  });

  it('refuses before anybody is asked who it is', async () => {
    gateway.standIn.asked.length = 0;
    const jar = new CookieJar().set('__Host-trousseau', 'A'.repeat(43));
    await gateway.ask({ method: 'POST', url: '/probe/full', headers: jar.headers(), form: {} });
    expect(gateway.standIn.asked).toEqual([]);
  });
});
