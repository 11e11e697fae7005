import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { FakeClock } from '#platform/testing';
import { type RunningGateway, startGateway } from '../../testing/index.js';
import { Visitor } from '../testing/visitor.js';

let gateway: RunningGateway;
beforeAll(async () => void (gateway = await startGateway()));
afterAll(() => gateway.stop());
beforeEach(() => {
  gateway.standIn.factors.clear();
  for (const person of gateway.standIn.people.values()) person.enrolBy = undefined;
  gateway.standIn.people.get('moniteur')!.level = 'full';
});

const clock = () => gateway.platform.clock as FakeClock;
const here = '/mon-compte/second-facteur';
const passkey = (factorId: string) => ({
  factorId,
  device: 'Firefox, Linux',
  addedAt: '2026-11-22T08:00:00.000Z',
});
const codesIn = (text: string) =>
  [...text.matchAll(/class="spelled">([0-9A-Z-]{17})</g)].map(([, code]) => code);
/** Adds an app as a person does; the session goes on with the factor just given. */
const addApp = async (visitor: Visitor) => {
  await visitor.open(here);
  const started = await visitor.submit(`${here}/application`);
  const secret = /name="secret" value="([A-Z2-7]+)"/.exec(started.text)![1]!;
  return { started, done: await visitor.submit(`${here}/application/confirmer`, { secret, code: '123456' }) };
};

describe('setting up an app without JavaScript', () => {
  it('shows the secret as a picture, as text and as a link, and then ten codes, once (MFA-04, MFA-05)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    const before = visitor.cookie('__Host-trousseau');
    const { started, done } = await addApp(visitor);
    const secret = /name="secret" value="([A-Z2-7]{32})"/.exec(started.text)![1]!;
    expect(started.text).toContain(secret.match(/.{4}/g)!.join(' '));
    expect(started.text).toContain(`otpauth://totp/Trousseau:moniteur?issuer=Trousseau&secret=${secret}`);
    expect(started.text).toMatch(/<svg class="qr" viewBox="0 0 \d+ \d+" role="img"/);
    expect(started.text).toMatch(/<path d="M4 4h7v1h-7z/);
    const codes = codesIn(done.text);
    expect(new Set(codes).size).toBe(10);
    expect(codes.map((code) => code![0])).toEqual([...'0123456789']);
    expect(visitor.cookie('__Host-trousseau')).not.toBe(before);
    // The page that shows them speaks for the new session: its forms work.
    const left = await visitor.submit('/deconnexion');
    expect(left.headers['location']).toBe('/connexion?dit=deconnecte');
  });

  it('shows the same picture again after a slip', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    await visitor.open(here);
    const started = await visitor.submit(`${here}/application`);
    const secret = /name="secret" value="([A-Z2-7]+)"/.exec(started.text)![1]!;
    const wrong = await visitor.submit(`${here}/application/confirmer`, { secret, code: '111111' });
    expect(wrong.status).toBe(422);
    expect(wrong.text).toContain('Vérifiez que votre téléphone est à l’heure');
    const picture = (text: string) => /<path d="(M4 4[^"]+)"/.exec(text)?.[1];
    expect(picture(wrong.text)).toBe(picture(started.text));
    const empty = await visitor.submit(`${here}/application/confirmer`, { secret });
    expect([empty.status, empty.text.includes('Saisissez le code à six chiffres.')]).toEqual([422, true]);
    const waits = await visitor.submit(`${here}/application/confirmer`, { secret, code: '000000' });
    expect([waits.status, waits.headers['retry-after']]).toEqual([429, '120']);
  });

  it.each([
    { code: '123456' },
    { code: '123456', secret: '<svg>' },
    { code: '123456', secret: 'A'.repeat(33) },
  ])('begins again from the page when its picture is lost: %j', async (form) => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    await visitor.open(here);
    const answer = await visitor.submit(`${here}/application/confirmer`, form as Record<string, string>);
    expect([answer.status, answer.headers['location']]).toEqual([303, here]);
  });

  it('begins with a button: reading the page records nothing', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    const head = await gateway.platform.events.head();
    expect((await visitor.open(`${here}/application`)).headers['location']).toBe(here);
    expect((await visitor.open(`${here}/codes`)).headers['location']).toBe(here);
    expect(await gateway.platform.events.head()).toBe(head);
  });
});

describe('adding a passkey', () => {
  it('asks the browser for one that verifies the person, and shows ten codes with the first (MFA-02, MFA-03)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    const page = await visitor.open(`${here}/cle-d-acces`);
    const options = JSON.parse(/data-options="(\{.*?\})" hidden/.exec(page.text)![1]!) as object;
    expect(options).toMatchObject({
      rp: { id: 'localhost', name: 'Trousseau' },
      user: { name: 'moniteur', displayName: 'Yann Le Goff' },
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'required' },
      attestation: 'none',
      challenge: 'a'.repeat(43),
    });
    const added = await visitor.submit(`${here}/cle-d-acces`, { reponse: 'a good answer' });
    expect(codesIn(added.text)).toHaveLength(10);
    expect((await visitor.open(here)).text).toContain('Il vous en reste 10.');
  });

  it.each([
    ['x', 'Cette réponse n’est plus valable.'],
    ['', 'Cette réponse n’est plus valable.'],
    ['a known one', 'Cette clé d’accès est déjà là.'],
  ])('says what is wrong with %j', async (reponse, words) => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    await visitor.open(`${here}/cle-d-acces`);
    const answer = await visitor.submit(`${here}/cle-d-acces`, { reponse });
    expect([answer.status, answer.text.includes(words)]).toEqual([422, true]);
  });
});

describe('changing factors', () => {
  it('asks for the key, and comes back, when it was not typed lately (MFA-06, SES-08)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    clock().advance({ minutes: 6 });
    const asked = await visitor.open(here);
    expect(asked.text).toContain('Confirmez que c’est vous');
    expect(asked.text).toContain(`name="suite" value="${here}"`);
    const late = await visitor.submit(`${here}/application`);
    expect([late.status, late.text.includes(`name="suite" value="${here}/application"`)]).toEqual([
      403,
      true,
    ]);
    const { key } = gateway.standIn.people.get('moniteur')!;
    const back = await visitor.submit('/confirmer-ma-cle', { cle: key, suite: here });
    expect(back.headers['location']).toBe(here);
    expect((await visitor.open(here)).text).toContain('Ajouter une application');
  });

  it('asks for the factor there is, when it was not given lately (MFA-06)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    gateway.standIn.factors.set('moniteur', {
      compulsory: false,
      totp: { addedAt: '2026-11-22T08:00:00.000Z' },
      passkeys: [],
      codesLeft: 10,
    });
    const asked = await visitor.open(here);
    expect(asked.headers['location']).toBe('/second-facteur?suite=%2Fmon-compte%2Fsecond-facteur');
    const page = await visitor.open(String(asked.headers['location']));
    expect(page.text).toContain('donnez votre second facteur une fois de plus');
    const given = await visitor.submit('/second-facteur', { suite: here, code: '123456' });
    expect(given.headers['location']).toBe(here);
    expect((await visitor.open(here)).text).toContain('Changer d’application');
  });

  it('removes one, and leaves the last to those who must have it (MFA-01)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    await addApp(visitor);
    await visitor.open(here);
    const removed = await visitor.submit(`${here}/retirer`, { genre: 'totp' });
    expect(removed.headers['location']).toBe('/mon-compte?dit=facteur-retire');
    const manager = await new Visitor(gateway).signIn('gerante');
    await addApp(manager);
    const own = await manager.open(here);
    expect(own.text).toContain('ajoutez-en d’abord un autre');
    expect(own.text).not.toContain(`${here}/retirer`);
    const kept = await manager.submit(`${here}/retirer`, { genre: 'totp' });
    expect(kept.headers['location']).toBe(`${here}?dit=facteur-obligatoire`);
  });

  it('names each passkey, and removes the one that is meant', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    await addApp(visitor);
    const known = gateway.standIn.factors.get('moniteur')!;
    gateway.standIn.factors.set('moniteur', { ...known, passkeys: [passkey('p1'), passkey('p2')] });
    expect((await visitor.open('/mon-compte')).text).toContain(
      'En plus de la clé : l’application de codes et 2 clés d’accès.'.replace(' :', '\u00a0:'),
    );
    expect((await visitor.open(here)).text).toContain('la clé d’accès Firefox, Linux');
    await visitor.submit(`${here}/retirer`, { genre: 'passkey', facteur: 'p1' });
    expect(gateway.standIn.factors.get('moniteur')!.passkeys).toEqual([passkey('p2')]);
    await visitor.open(here);
    const nonsense = await visitor.submit(`${here}/retirer`, { genre: 'sms' });
    expect(nonsense.status).toBe(400);
  });

  it('makes ten new recovery codes on demand (MFA-05)', async () => {
    const visitor = await new Visitor(gateway).signIn('moniteur');
    const { done } = await addApp(visitor);
    await visitor.open(here);
    const issued = await visitor.submit(`${here}/codes`);
    expect(codesIn(issued.text)).toHaveLength(10);
    expect(codesIn(issued.text)).not.toEqual(codesIn(done.text));
    gateway.standIn.factors.clear();
    expect((await visitor.submit(`${here}/codes`)).headers['location']).toBe(here);
  });
});

describe('whoever must have a second factor', () => {
  it('reads on every page how many days are left (MFA-01)', async () => {
    const manager = gateway.standIn.people.get('gerante')!;
    const day = 24 * 3_600_000;
    manager.enrolBy = new Date(clock().milliseconds() + 7 * day).toISOString();
    const visitor = await new Visitor(gateway).signIn('gerante');
    for (const page of ['/accueil', '/parametres/utilisateurs', '/mon-compte'])
      expect((await visitor.open(page)).text).toContain('il vous reste 7 jours');
    expect((await visitor.open(here)).text).not.toContain('il vous reste');
    manager.enrolBy = new Date(clock().milliseconds() + 3_600_000).toISOString();
    const late = await new Visitor(gateway).signIn('gerante');
    expect((await late.open('/accueil')).text).toContain('c’est le dernier jour');
  });

  it('can do nothing else where it can wait no longer, and everything once it is done (MFA-01, TEL-04)', async () => {
    const known = gateway.standIn.people.get('moniteur')!;
    known.level = 'enrol-factor';
    const visitor = new Visitor(gateway);
    await visitor.open('/connexion');
    const entered = await visitor.submit('/connexion', { identifiant: 'moniteur', cle: known.key });
    expect(entered.headers['location']).toBe(here);
    expect((await visitor.open('/accueil')).headers['location']).toBe(here);
    const page = await visitor.open(here);
    expect(page.text).toContain('Encore une étape avant d’entrer');
    expect(page.text).toContain('action="/deconnexion"');
    const { done } = await addApp(visitor);
    expect(codesIn(done.text)).toHaveLength(10);
    // Whoever was on the way in goes in, not to the account page.
    expect(done.text).toMatch(/class="button" href="\/accueil"/);
    expect((await visitor.open('/accueil')).text).toContain('Bonjour Yann Le Goff');
  });
});

describe('the manager of somebody who lost theirs', () => {
  const user = '/parametres/utilisateurs/moniteur/modifier';
  const has = { compulsory: false, totp: null, passkeys: [passkey('p1')], codesLeft: 0 };

  it('removes it, with the key typed lately (MFA-06)', async () => {
    gateway.standIn.factors.set('moniteur', has);
    const visitor = await new Visitor(gateway).signIn('gerante');
    expect((await visitor.open(user)).text).toContain('Retirer le second facteur');
    clock().advance({ minutes: 6 });
    const asked = await visitor.submit(`${user}/second-facteur`);
    expect([asked.status, asked.text.includes(`name="suite" value="${user}"`)]).toEqual([403, true]);
    const { key } = gateway.standIn.people.get('gerante')!;
    await visitor.submit('/confirmer-ma-cle', { cle: key, suite: user });
    const reset = await visitor.submit(`${user}/second-facteur`);
    expect(reset.headers['location']).toMatch(/modifier\?dit=facteur-reinitialise&apres=\d+$/);
    expect(gateway.standIn.factors.has('moniteur')).toBe(false);
    expect((await visitor.open(user)).text).not.toContain('Retirer le second facteur');
  });

  it('is a manager: nobody else can (REF-05)', async () => {
    gateway.standIn.factors.set('moniteur', has);
    const visitor = await new Visitor(gateway).signIn('moniteur');
    await visitor.open('/accueil');
    await visitor.submit('/parametres/utilisateurs/moniteur/modifier/second-facteur');
    expect(gateway.standIn.factors.has('moniteur')).toBe(true);
  });
});
