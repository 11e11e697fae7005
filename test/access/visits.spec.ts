import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually } from '#event-store/testing';
import type { FakeClock } from '#platform/testing';
import { Visitor } from '../../apps/gateway/src/pages/testing/visitor.js';
import { StandIn } from '../../apps/gateway/src/testing/index.js';
import { type RunningPortal, startPortal } from './running-portal.js';

type Holder = { userId: string; identifiant: string; cle: string };

let portal: RunningPortal;
let gerante: Holder;
let moniteur: Holder;
beforeAll(async () => {
  portal = await startPortal();
  const { schoolId, userId } = await portal.registerSchool('Auto-école du Port', 'gerante');
  const userIdOfMoniteur = await portal.addUser(schoolId, 'moniteur');
  const settled = async (id: string, identifiant: string) => {
    const { key: cle } = await portal.firstSignIn(id, identifiant);
    return { userId: id, identifiant, cle };
  };
  gerante = await settled(userId, 'gerante');
  moniteur = await settled(userIdOfMoniteur, 'moniteur');
}, 120_000);
afterAll(() => portal.stop());

const visitor = () => new Visitor({ ask: portal.send, standIn: new StandIn() });
const pair = ({ identifiant, cle }: Holder) => ({ identifiant, cle });
const times = (text: string, part: string) => text.split(part).length - 1;
const later = (minutes: number) => (portal.platform.clock as FakeClock).advance({ minutes });

/** Somebody at a browser who is signed in. */
const signedIn = async (holder: Holder) => {
  const browser = visitor();
  await browser.open('/connexion');
  const entered = await browser.submit('/connexion', pair(holder));
  expect([entered.status, entered.headers['location']]).toEqual([303, '/accueil']);
  return browser;
};

/** Renews somebody's key by the page, and gives the provisional key of the mail. */
const renewed = async ({ userId, identifiant }: Holder) => {
  // Three renewals an hour, five a day: each has its own six hours.
  later(361);
  const browser = visitor();
  await browser.open('/cle-oubliee');
  const email = `${identifiant}@ecole.example`;
  expect((await browser.submit('/cle-oubliee', { identifiant, email })).status).toBe(200);
  // That of the request before is no longer wanted.
  return eventually(() => portal.provisionalKeyOf(userId));
};

const wrongPair = 'Identifiant ou clé incorrects';

describe('a forgotten key, as Kratos tests its recovery (TST-33)', () => {
  it('is tried wrong and then right, and opens one page', async () => {
    const cle = await renewed(moniteur);
    const browser = visitor();
    await browser.open('/connexion');
    const wrong = await browser.submit('/connexion', { ...pair(moniteur), cle: 'AAAA-BBBB-CCCC-DDDD' });
    expect([wrong.status, wrong.text.includes(wrongPair)]).toEqual([401, true]);
    const right = await browser.submit('/connexion', { ...pair(moniteur), cle });
    expect(right.headers['location']).toBe('/choisir-ma-cle');
  });

  it('is used twice: the second time it is a wrong key like any other', async () => {
    const cle = await renewed(moniteur);
    for (const expected of [303, 401]) {
      const browser = visitor();
      await browser.open('/connexion');
      expect((await browser.submit('/connexion', { ...pair(moniteur), cle })).status).toBe(expected);
    }
  });

  it('comes too late, and is sent again', async () => {
    const cle = await renewed(moniteur);
    later(60);
    const browser = visitor();
    await browser.open('/connexion');
    const late = await browser.submit('/connexion', { ...pair(moniteur), cle });
    expect([late.status, late.text.includes(wrongPair)]).toEqual([401, true]);
    const again = { ...pair(moniteur), cle: await renewed(moniteur) };
    expect((await browser.submit('/connexion', again)).headers['location']).toBe('/choisir-ma-cle');
  });

  it('is asked for by somebody else: nobody is written to', async () => {
    const renewals = async () =>
      (await portal.platform.events.read(`credential-${moniteur.userId}`)).filter(
        ({ type }) => type === 'KeyRenewalRequested',
      ).length;
    later(361);
    const before = await renewals();
    const stranger = visitor();
    await stranger.open('/cle-oubliee');
    const asked = { identifiant: 'moniteur', email: 'quelqu.un@ailleurs.example' };
    expect((await stranger.submit('/cle-oubliee', asked)).status).toBe(200);
    // Requests are followed in their order: once the owner's is heard, the stranger's was.
    await renewed(moniteur);
    expect(await renewals()).toBe(before + 1);
  });

  it('is asked for with nothing, again and again: each field is said to be missing once', async () => {
    const browser = visitor();
    await browser.open('/cle-oubliee');
    for (let sent = 0; sent < 3; sent += 1) {
      const { status, text } = await browser.submit('/cle-oubliee', { identifiant: '', email: '' });
      const said = ['identifiant', 'email'].map((name) => times(text, `id="${name}-erreur"`));
      expect([status, ...said]).toEqual([422, 1, 1]);
    }
  });

  it('is used in a browser where somebody else is signed in: who comes leaves nothing to them', async () => {
    const browser = await signedIn(gerante);
    await browser.open('/connexion');
    const way = await browser.submit('/connexion', { ...pair(moniteur), cle: await renewed(moniteur) });
    expect(way.headers['location']).toBe('/choisir-ma-cle');
    expect((await browser.open('/accueil')).headers['location']).toBe('/choisir-ma-cle');
    await browser.open('/choisir-ma-cle');
    const cle = 'quatre girafes sous la pluie d’avril';
    // On a machine with much to do it may be told to come back.
    await eventually(async () => {
      const { status, headers } = await browser.submit('/choisir-ma-cle', { cle, confirmation: cle });
      expect([status, String(headers['location']).split('?')[0]]).toEqual([303, '/connexion']);
    });
    moniteur = { ...moniteur, cle };
    expect((await browser.open('/accueil')).text).toContain('name="cle"');
    expect((await signedIn(gerante)).holds('__Host-trousseau')).toBe(true);
  });

  it('leads to no other site, whatever the address of the sign-in page says', async () => {
    const browser = visitor();
    await browser.open('/connexion?suite=//evil.example');
    const cle = await renewed(moniteur);
    const way = await browser.submit('/connexion', { ...pair(moniteur), cle, suite: '//evil.example' });
    expect(way.headers['location']).toBe('/choisir-ma-cle');
  });

  it('is asked for, or chosen, by a form whose cookie is missing: refused, and nothing is recorded', async () => {
    const browser = visitor();
    await browser.open('/cle-oubliee');
    const before = await portal.platform.events.head();
    const jeton = /name="jeton" value="([^"]+)"/.exec((await browser.open('/cle-oubliee')).text)![1]!;
    const bare = visitor();
    const form = { jeton, identifiant: 'moniteur', email: 'moniteur@ecole.example' };
    expect((await bare.submit('/cle-oubliee', form)).status).toBe(403);
    const key = { jeton, cle: 'une clé de quinze signes', confirmation: 'une clé de quinze signes' };
    expect((await bare.submit('/choisir-ma-cle', key)).status).toBe(403);
    expect(await portal.platform.events.head()).toBe(before);
  });
});

describe('a browser with several tabs and buttons, as Keycloak tests its own (TST-34)', () => {
  const jetonIn = (text: string) => /name="jeton" value="([^"]+)"/.exec(text)![1]!;

  it('signs in from one of two sign-in pages; the other is too old, and every tab is in (MultipleTabsLogin, SSO)', async () => {
    const browser = visitor();
    const tabs = [await browser.open('/connexion'), await browser.open('/connexion')];
    const [first, second] = tabs.map(({ text }) => jetonIn(text)) as [string, string];
    expect((await browser.submit('/connexion', { ...pair(gerante), jeton: first })).status).toBe(303);
    const old = await browser.submit('/connexion', { ...pair(gerante), jeton: second });
    expect([old.status, old.text.includes('rechargez la page')]).toEqual([403, true]);
    for (const url of ['/accueil', '/mon-compte']) {
      expect((await browser.open(url)).text).toContain('Léandra Morvan');
    }
  });

  it('goes back after signing in and after signing out: no page is kept, and nobody is let in (BrowserButtons, Logout)', async () => {
    const browser = await signedIn(gerante);
    const home = await browser.open('/accueil');
    expect([home.status, home.headers['cache-control']]).toEqual([200, 'no-store']);
    const back = await browser.open('/connexion');
    expect([back.status, back.text.includes('Vous êtes déjà connecté(e)')]).toEqual([200, true]);
    expect((await browser.submit('/deconnexion')).status).toBe(303);
    for (const url of ['/accueil', '/mon-compte']) {
      const { status, text } = await browser.open(url);
      expect([status, text.includes('name="cle"'), text.includes('Léandra')]).toEqual([200, true, false]);
    }
  });

  it('is started anew between the page and its button: the page asks to be loaded again, and then works (RestartCookie)', async () => {
    const before = visitor();
    const jeton = jetonIn((await before.open('/connexion')).text);
    const anew = visitor();
    const refused = await anew.submit('/connexion', { ...pair(gerante), jeton });
    expect([refused.status, refused.text.includes('rechargez la page')]).toEqual([403, true]);
    await anew.open('/connexion');
    expect((await anew.submit('/connexion', pair(gerante))).status).toBe(303);
  });

  it('asks for the key again, and takes nobody else’s (ReAuthentication, TST-33)', async () => {
    const browser = await signedIn(moniteur);
    later(6);
    await browser.open('/confirmer-ma-cle');
    const other = await browser.submit('/confirmer-ma-cle', { cle: gerante.cle, suite: '/mon-compte' });
    expect([other.status, other.text.includes('Ce n’est pas votre clé')]).toEqual([422, true]);
    const own = await browser.submit('/confirmer-ma-cle', { cle: moniteur.cle, suite: '/mon-compte' });
    expect([own.status, own.headers['location']]).toEqual([303, '/mon-compte']);
  });
});
