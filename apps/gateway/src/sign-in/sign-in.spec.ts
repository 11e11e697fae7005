import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { StoreUnavailable } from '#event-store';
import { CookieJar, ProbeController, type RunningGateway, startGateway } from '../testing/index.js';

let gateway: RunningGateway;
beforeAll(async () => {
  gateway = await startGateway({}, [ProbeController]);
});
afterAll(() => gateway.stop());
afterEach(() => {
  gateway.standIn.before = () => undefined;
  gateway.standIn.retryAfter = undefined;
});

const keyOf = (userId: string) => gateway.standIn.people.get(userId)!.key;
const signIn = async (fields: Record<string, string>, jar = new CookieJar(), query = '') => {
  const form = jar.take(await gateway.ask({ url: '/probe/open', headers: jar.headers() }));
  const { jeton } = form.json<{ jeton: string }>();
  const asked = {
    method: 'POST',
    url: `/probe/sign-in${query}`,
    headers: jar.headers(),
    form: { ...fields, jeton },
  };
  return jar.take(await gateway.ask(asked));
};

describe('signing in through the pages', () => {
  it('gives the browser a session and a device cookie, and takes the visit’s away (SES-02, LOG-07)', async () => {
    const jar = new CookieJar();
    const answer = await signIn({ identifiant: 'gerante', cle: keyOf('gerante') }, jar);
    expect(answer.json()).toEqual({ outcome: 'signed-in' });
    expect(jar.names.sort()).toEqual(['__Host-appareil', '__Host-trousseau']);
    expect((await gateway.ask({ url: '/probe/full', headers: jar.headers() })).text).toBe('Léandra Morvan');
  });

  it('works in a browser that refuses `__Host-` cookies on http://localhost', async () => {
    const jar = new CookieJar({ plainOnly: true });
    await signIn({ identifiant: 'gerante', cle: keyOf('gerante') }, jar);
    expect(jar.names.sort()).toEqual(['appareil', 'trousseau']);
    expect((await gateway.ask({ url: '/probe/full', headers: jar.headers() })).text).toBe('Léandra Morvan');
  });

  it('gives a new secret at every sign-in: one that was planted before means nothing (SES-02, fixation)', async () => {
    const planted = 'P'.repeat(43);
    const jar = new CookieJar().set('__Host-trousseau', planted);
    await signIn({ identifiant: 'gerante', cle: keyOf('gerante') }, jar);
    expect(jar.headers()['cookie']).not.toContain(planted);
  });

  it('answers wrong key and unknown identifier alike (LOG-01)', async () => {
    const wrong = await signIn({ identifiant: 'gerante', cle: 'une clé qui ne va pas' });
    const unknown = await signIn({ identifiant: 'personne', cle: 'une clé qui ne va pas' });
    expect(wrong.json()).toEqual({ outcome: 'refused', reason: 'wrong-pair' });
    expect(unknown.text).toBe(wrong.text);
    expect([unknown.status, unknown.cookies]).toEqual([wrong.status, wrong.cookies]);
  });

  it.each([{}, { identifiant: 'gerante' }, { cle: 'x' }, { identifiant: '', cle: '' }] as Record<
    string,
    string
  >[])('knows a form that is not filled in: %p', async (fields) => {
    expect((await signIn(fields)).json()).toEqual({ outcome: 'refused', reason: 'not-filled-in' });
  });

  it.each([
    { identifiant: 'gerante', cle: 'x'.repeat(513) },
    { identifiant: 'gerante', cle: `nul\0` },
    { identifiant: 'ger\nante', cle: 'x' },
    { identifiant: 'g'.repeat(257), cle: 'x' },
  ])('sends nothing to auth that cannot be an identifier and a key', async (fields) => {
    gateway.standIn.asked.length = 0;
    expect((await signIn(fields)).json()).toEqual({ outcome: 'refused', reason: 'not-readable' });
    expect(gateway.standIn.asked).toEqual([]);
  });

  it('never takes a key from the address (WEB-08)', async () => {
    const query = `?identifiant=gerante&cle=${encodeURIComponent(keyOf('gerante'))}`;
    expect((await signIn({}, new CookieJar(), query)).json()).toMatchObject({ reason: 'not-filled-in' });
  });

  it('signs two people in at once without mixing them up', async () => {
    const pairs = ['gerante', 'moniteur', 'gerante', 'moniteur', 'gerante', 'moniteur'];
    const jars = await Promise.all(
      pairs.map(async (userId) => {
        const jar = new CookieJar();
        await signIn({ identifiant: userId, cle: keyOf(userId) }, jar);
        return jar;
      }),
    );
    const names = await Promise.all(
      jars.map(async (jar) => (await gateway.ask({ url: '/probe/full', headers: jar.headers() })).text),
    );
    expect(names).toEqual(pairs.map((userId) => gateway.standIn.people.get(userId)!.profile.name));
  });

  it('signs nobody in while auth cannot record it (EVT-11)', async () => {
    gateway.standIn.before = () => {
      throw new StoreUnavailable('down');
    };
    const answer = await signIn({ identifiant: 'gerante', cle: keyOf('gerante') });
    expect(answer.status).toBe(503);
    expect(answer.cookies).toEqual([]);
  });
});

describe('signing in through the API', () => {
  const open = (json: unknown, headers = {}) =>
    gateway.ask({ method: 'POST', url: '/api/v1/sessions', json, headers });

  it('answers wrong key and unknown identifier with the same status, bytes and headers (LOG-01, TST-02)', async () => {
    const wrong = await open({ identifier: 'gerante', key: 'une clé qui ne va pas' });
    const unknown = await open({ identifier: 'personne', key: 'une clé qui ne va pas' });
    expect(wrong.status).toBe(401);
    expect(unknown.text).toBe(wrong.text);
    expect({ ...unknown.headers, date: '' }).toEqual({ ...wrong.headers, date: '' });
  });

  it('tells how long to wait when there were too many attempts (LOG-03)', async () => {
    gateway.standIn.retryAfter = 240;
    const answer = await open({ identifier: 'gerante', key: 'x' });
    expect([answer.status, answer.headers['retry-after']]).toEqual([429, '240']);
    expect(answer.json()).toMatchObject({ type: 'urn:trousseau:problem:too-many-attempts', retryAfter: 240 });
  });

  it('sets no cookie', async () => {
    expect((await open({ identifier: 'gerante', key: keyOf('gerante') })).cookies).toEqual([]);
  });

  it('does not grant to be remembered for now, and says so', async () => {
    const answer = await open({ identifier: 'gerante', key: keyOf('gerante'), remember: true });
    expect(answer.json()).toMatchObject({ remember: false });
  });

  it('speaks English to who prefers it', async () => {
    const pair = { identifier: 'gerante', key: 'x' };
    const french = await open(pair);
    const english = await open(pair, { 'accept-language': 'en-GB' });
    expect(french.json<{ title: string }>().title).toBe('Identifiant ou clé incorrects.');
    expect(english.json<{ title: string }>().title).toBe('Wrong identifier or key.');
    expect(english.headers['content-language']).toBe('en');
  });
});
