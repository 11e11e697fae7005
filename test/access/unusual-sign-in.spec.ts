import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../apps/gateway/src/pages/testing/visitor.js';
import { KEY, type MailingPortal, startMailingPortal } from './mailing-portal.js';

const phone =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) Version/19.0 Mobile/15E148 Safari/604.1';
const desk = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:145.0) Gecko/20100101 Firefox/145.0';

describe('a person whose key is used where it never was (LOG-09)', () => {
  let portal: MailingPortal;
  let atHome: Visitor;

  beforeAll(async () => {
    portal = await startMailingPortal();
    atHome = portal.browser(phone);
  });
  afterAll(() => portal.stop());

  /** The mails that were called for. What is told is heard in order: behind one mail stands nothing that is still to be. */
  const called = async () =>
    (await portal.platform.events.readAll(-1, 10_000)).flatMap(({ type, data }) =>
      type === 'MailRequested' ? [data['kind']] : [],
    );
  const lets = (answer: Awaited<ReturnType<MailingPortal['enter']>>) =>
    expect(answer.headers['location']).toBe('/accueil');

  it('hears nothing of the very first sign-in, nor of the others that day', async () => {
    await portal.settle(atHome);
    expect((await portal.mail(2)).subject).toBe('Votre clé a été changée');
    lets(await portal.enter(atHome));
    lets(await portal.enter(portal.browser(desk)));
  });

  it('is mailed when a browser is new: when, which, and what to do, with neither identifier nor link of a secret', async () => {
    portal.platform.clock.advance({ hours: 25 });
    lets(await portal.enter(atHome));
    lets(await portal.enter(portal.browser(desk)));
    const { subject, words, to } = await portal.mail(3);
    expect(await called()).toEqual(['welcome', 'key-changed-notice', 'unusual-sign-in-notice']);
    expect(subject).toBe('Votre clé a servi dans un autre navigateur');
    expect(to?.[0]?.address).toBe('marie@ecole.example');
    expect(words).toContain('lundi 23 novembre à 10 h (heure de Paris)');
    expect(words).toContain('(Firefox, Windows)');
    expect(words).toContain('https://portail.example/cle-oubliee');
    for (const secret of ['marie.durand', KEY, '/lien/', '/pas-moi/']) expect(words).not.toContain(secret);
  });

  it('is not mailed again that day for a browser that keeps no cookies, and is for yet another one', async () => {
    lets(await portal.enter(portal.browser(desk)));
    lets(await portal.enter(portal.browser('curl/8.14.1')));
    expect((await portal.mail(4)).words).toContain('que nous ne reconnaissons pas.');
    expect(await called()).toHaveLength(4);
  });

  it('is mailed when the right key follows wrong ones that had to wait, and not of each wrong one', async () => {
    for (let wrong = 0; wrong < 5; wrong += 1) await portal.enter(atHome, 'une autre clé que la mienne');
    portal.platform.clock.advance({ minutes: 1 });
    lets(await portal.enter(atHome));
    const { subject, words } = await portal.mail(5);
    expect(subject).toBe('Votre clé a servi après plusieurs essais manqués');
    expect(words).toContain('(Safari, iPhone)');
    expect(words).toContain('5 mauvaises avaient');
    expect(await called()).toHaveLength(5);
  });
});
