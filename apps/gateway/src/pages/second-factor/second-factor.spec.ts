import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

let gateway: RunningGateway;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());

const at = '2026-11-22T08:00:00.000Z';
const app = { compulsory: false, totp: { addedAt: at }, passkeys: [], codesLeft: 10 };
const passkey = { factorId: 'p1', device: 'Firefox, Linux', addedAt: at };
beforeEach(() => {
  gateway.standIn.factors.clear();
  gateway.standIn.factors.set('moniteur', app);
  gateway.standIn.people.get('moniteur')!.level = 'second-factor';
});

/** Types identifiant and clé; the answer says where one is sent. */
const knock = async (visitor = new Visitor(gateway), form: Record<string, string> = {}) => {
  await visitor.open('/connexion');
  const { key } = gateway.standIn.people.get('moniteur')!;
  const answer = await visitor.submit('/connexion', { identifiant: 'moniteur', cle: key, ...form });
  return { visitor, to: String(answer.headers['location']) };
};

describe('/second-facteur after the key', () => {
  it('asks for the code, opens nothing else, and then goes where one was going (MFA-01)', async () => {
    const { visitor, to } = await knock(new Visitor(gateway), { suite: '/parametres' });
    expect(to).toBe('/second-facteur?suite=%2Fparametres');
    expect((await visitor.open('/accueil')).headers['location']).toBe('/second-facteur');
    const page = await visitor.open(to);
    expect(page.text).toContain('Bonjour Yann Le Goff.');
    expect(page.text).toMatch(/inputmode="numeric" autocomplete="one-time-code"/);
    const given = await visitor.submit('/second-facteur', { suite: '/parametres', code: '123456' });
    expect([given.status, given.headers['location']]).toEqual([303, '/parametres']);
    expect((await visitor.open('/parametres')).text).toContain('4-1-1 Sécurité');
  });

  it('changes the secret of the session with the step up (SES-02)', async () => {
    const { visitor } = await knock();
    const before = visitor.cookie('__Host-trousseau');
    await visitor.open('/second-facteur');
    await visitor.submit('/second-facteur', { code: '123456' });
    expect(visitor.cookie('__Host-trousseau')).not.toBe(before);
  });

  it.each([
    [{ code: '' }, 422, 'Saisissez le code à six chiffres.'],
    [{ code: '111111' }, 422, 'Ce code n’est pas le bon.'],
    [{ code: '999999' }, 422, 'Ce code vient de servir.'],
    [{ code: '000000' }, 429, 'Par sécurité, il faut attendre 2'],
    [{ secours: 'x' }, 422, 'Ce code de secours n’est pas le bon.'],
    [{ secours: '' }, 422, 'Saisissez un code de secours.'],
    [{ reponse: 'x' }, 422, 'Cette réponse n’est plus valable.'],
    [{ reponse: '' }, 422, 'Cette réponse n’est plus valable.'],
    [{}, 422, 'Saisissez le code à six chiffres.'],
  ])('says what is wrong with %j, and asks again', async (form, status, words) => {
    const { visitor } = await knock();
    await visitor.open('/second-facteur');
    const answer = await visitor.submit('/second-facteur', form as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.text).toContain(words);
    expect(answer.text).not.toContain('value="111111"');
    const given = await visitor.submit('/second-facteur', { code: '123456' });
    expect(given.headers['location']).toBe('/accueil');
  });

  it('takes a recovery code in the place of the app, and shows the one that takes its place, once (MFA-05)', async () => {
    const { visitor } = await knock();
    await visitor.open('/second-facteur');
    const given = await visitor.submit('/second-facteur', { secours: '0AAAA-AAAAA-AAAAA' });
    expect(given.status).toBe(200);
    expect(given.headers['cache-control']).toContain('no-store');
    expect(given.text).toContain('ne servira plus');
    expect(given.text).toMatch(/class="spelled">0\w{4}-\w{5}-\w{5}</);
    expect(given.text).toContain('href="/accueil"');
    expect((await visitor.open('/accueil')).status).toBe(200);
  });

  it('asks for a passkey with a new challenge each time, and only where there is one (MFA-03)', async () => {
    const { visitor } = await knock();
    expect((await visitor.open('/second-facteur')).text).not.toContain('data-passkey');
    gateway.standIn.factors.set('moniteur', { ...app, totp: null, passkeys: [passkey] });
    gateway.standIn.asked.length = 0;
    const page = await visitor.open('/second-facteur');
    expect(gateway.standIn.asked).toContain('auth.ask-passkey-challenge');
    expect(page.text).not.toContain('id="code"');
    const options = JSON.parse(/data-options="(\{.*?\})" hidden/.exec(page.text)![1]!) as object;
    expect(options).toMatchObject({
      rpId: 'localhost',
      userVerification: 'required',
      challenge: 'a'.repeat(43),
    });
    const given = await visitor.submit('/second-facteur', { reponse: 'a good answer' });
    expect(given.headers['location']).toBe('/accueil');
  });

  it('remembers the browser only now, when the box was ticked before (SES-09)', async () => {
    const { visitor, to } = await knock(new Visitor(gateway), { rester: 'oui' });
    expect(visitor.holds('__Host-rm')).toBe(false);
    expect(to).toContain('rester=oui');
    expect((await visitor.open(to)).text).toContain('name="rester" value="oui"');
    await visitor.submit('/second-facteur', { code: '123456', rester: 'oui' });
    expect(visitor.holds('__Host-rm')).toBe(true);
  });

  it('lets one sign out, and tells the sign-in page what is missing (WEB-05)', async () => {
    const { visitor } = await knock();
    expect((await visitor.open('/connexion')).text).toContain('Il vous reste à donner votre second facteur.');
    const left = await visitor.submit('/deconnexion');
    expect(left.headers['location']).toBe('/connexion?dit=deconnecte');
    expect(visitor.holds('__Host-trousseau')).toBe(false);
  });

  it('leads nowhere but to our own pages (ASVS 3.7.2)', async () => {
    const { visitor } = await knock();
    const page = await visitor.open('/second-facteur?suite=//evil.example');
    expect(page.text).not.toContain('evil');
    const given = await visitor.submit('/second-facteur', { code: '123456', suite: 'https://evil.example' });
    expect(given.headers['location']).toBe('/accueil');
  });

  it('is not asked of whoever has none', async () => {
    gateway.standIn.factors.clear();
    gateway.standIn.people.get('moniteur')!.level = 'full';
    const visitor = await new Visitor(gateway).signIn('moniteur');
    expect((await visitor.open('/second-facteur')).headers['location']).toBe('/mon-compte');
  });
});
