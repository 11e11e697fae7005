import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

describe('« À chaque clic, je retourne à la page d’identification » (WEB-05)', () => {
  let gateway: RunningGateway;
  beforeAll(async () => void (gateway = await startGateway()));
  afterAll(() => gateway.stop());

  /** Signs in, and the browser forgets the session at once. */
  const enterInVain = async (visitor: Visitor, tour: string) => {
    const cle = gateway.standIn.people.get('gerante')!.key;
    const answer = await visitor.submit('/connexion', { identifiant: 'gerante', cle, tour });
    visitor.spoil('__Host-trousseau');
    return String(answer.headers['location']);
  };

  it('shows the help page to whoever comes back twice, and never a third sign-in page', async () => {
    const visitor = new Visitor(gateway);
    expect((await visitor.open('/accueil')).text).toContain('name="tour" value="1"');
    const first = await enterInVain(visitor, '1');
    expect(first).toBe('/accueil?tour=1');
    expect((await visitor.open(first)).text).toContain('name="tour" value="2"');
    const help = await visitor.open(await enterInVain(visitor, '2'));
    expect(help.status).toBe(200);
    expect(help.text).toContain('action="/vider-le-cache"');
    expect(help.text).toContain('pour la deuxième fois');
    expect((await visitor.submit('/vider-le-cache')).status).toBe(200);
  });

  it.each(['-1', '3', '1e9', 'x', '', '1,2'])('believes no other count: %s', async (tour) => {
    const { text } = await new Visitor(gateway).open(`/accueil?tour=${tour}`);
    expect(text).toContain('name="tour" value="1"');
  });

  it('counts nothing for whoever starts at the door', async () => {
    const visitor = new Visitor(gateway);
    expect((await visitor.open('/connexion')).text).not.toContain('name="tour"');
    expect(await enterInVain(visitor, '')).toBe('/accueil');
  });

  it.each(['[::1]:3000', 'a;Domain=evil.example', 'a, b', 'é.example', '@', 'a"b', 'a b'])(
    'takes a broken cookie away whatever the browser calls us: %s (WEB-05, TST-14)',
    async (host) => {
      const headers = { host, cookie: 'trousseau=broken; __Host-trousseau=broken' };
      const { status, text, cookies } = await gateway.ask({ url: '/connexion', headers });
      expect([status, text.includes('name="identifiant"')]).toEqual([200, true]);
      expect(cookies.join('\n')).toContain('trousseau=; Max-Age=0; Path=/connexion');
      expect(cookies.join('\n')).not.toMatch(/Domain=/);
    },
  );

  it('lets the cache be cleared by our own page alone, whatever became of its cookies (WEB-06)', async () => {
    const clear = (site: string) =>
      gateway.ask({ method: 'POST', url: '/vider-le-cache', form: {}, headers: { 'sec-fetch-site': site } });
    expect((await clear('same-origin')).status).toBe(200);
    expect((await clear('cross-site')).status).toBe(403);
    expect((await clear('same-site')).status).toBe(403);
  });
});
