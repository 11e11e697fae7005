import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Visitor } from '../../apps/gateway/src/pages/testing/visitor.js';
import { provisionalKeyIn } from '../product/people.js';
import { KEY, type MailingPortal, startMailingPortal } from './mailing-portal.js';

const own = 'quatre hérons sous le vieux pont';
const sentence = 'C’est une clé provisoire, elle a voyagé par mail. Choisissez-en une autre.';

describe('a key that came by mail (KEY-13)', () => {
  let portal: MailingPortal;
  let marie: Visitor;

  beforeAll(async () => {
    portal = await startMailingPortal();
    marie = portal.browser('Firefox/145.0');
    await portal.settle(marie);
  });
  afterAll(() => portal.stop());

  const mailed = async (nth: number) => provisionalKeyIn((await portal.mail(nth)).text ?? '');
  const renew = async () => {
    portal.platform.clock.advance({ minutes: 2 });
    await marie.open('/cle-oubliee');
    await marie.submit('/cle-oubliee', { identifiant: 'marie.durand', email: 'marie@ecole.example' });
  };

  it('is refused as one’s own, used or not, where a key is chosen and where it is changed', async () => {
    expect((await portal.mail(2)).subject).toBe('Votre clé a été changée');
    await renew();
    const [used, unused] = [await mailed(1), await mailed(3)];
    await renew();
    const entered = await portal.enter(marie, await mailed(4));
    expect(entered.headers['location']).toBe('/choisir-ma-cle');
    for (const key of [used, unused]) {
      await marie.open('/choisir-ma-cle');
      const refused = await marie.submit('/choisir-ma-cle', { cle: key, confirmation: key });
      expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(sentence)]);
    }
    await marie.open('/choisir-ma-cle');
    await marie.submit('/choisir-ma-cle', { cle: own, confirmation: own });
    expect((await portal.enter(marie, KEY)).status).toBe(401);
    expect((await portal.enter(marie, own)).headers['location']).toBe('/accueil');
    await marie.open('/mon-compte');
    const change = { cle: own, nouvelle: unused, confirmation: unused };
    const refused = await marie.submit('/mon-compte', change);
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining(sentence)]);
  });
});
