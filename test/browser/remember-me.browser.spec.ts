import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { FakeClock } from '#platform/testing';
import type { Browser, BrowserContext } from 'playwright-core';
import { type RunningPortal, startPortal } from '../access/running-portal.js';
import { inBrowser, openChromium } from './chromium.js';

/** The real services: what is tested here is who wins a race. */
inBrowser('« Je reste connecté(e) » in Chromium', () => {
  let browser: Browser;
  let portal: RunningPortal;
  let context: BrowserContext;
  let key: string;

  beforeAll(async () => {
    portal = await startPortal();
    const { schoolId } = await portal.registerSchool('Auto-école du Lac', 'gerante');
    const userId = await portal.addUser(schoolId, 'yann.legoff');
    ({ key } = await portal.firstSignIn(userId, 'yann.legoff'));
    browser = await openChromium();
  }, 120_000);
  beforeEach(async () => void (context = await browser.newContext({ locale: 'fr-FR' })));
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const enter = async () => {
    const page = await context.newPage();
    await page.goto(`${portal.origin}/connexion`);
    await page.fill('#identifiant', 'yann.legoff');
    await page.fill('#cle', key);
    await page.check('#rester');
    await page.click('main form [type=submit]');
    return page;
  };
  const anotherDay = () => (portal.platform.clock as FakeClock).advance({ hours: 20 });
  const cookie = async (name: string) => (await context.cookies()).find((one) => one.name === name)?.value;
  /** Under an address of https, without which no `__Host-` name can be planted; localhost gets it all the same. */
  const plant = (where: BrowserContext, value: string) =>
    where.addCookies([
      { name: '__Host-rm', value, url: portal.origin.replace('http:', 'https:'), secure: true },
    ]);
  const headingAt = async (from: BrowserContext, path: string) => {
    const page = await from.newPage();
    await page.goto(portal.origin + path);
    return page.textContent('h1');
  };

  it('signs nobody out who opens ten tabs at once, day after day (SES-05, TST-11)', async () => {
    await enter();
    for (const _day of [1, 2, 3]) {
      anotherDay();
      const headings = await Promise.all(Array.from({ length: 10 }, () => headingAt(context, '/accueil')));
      expect(headings).toEqual(Array.from({ length: 10 }, () => 'Bonjour Yann Le Goff'));
    }
    expect(await headingAt(context, '/mon-compte')).toBe('Mon compte');
  }, 120_000);

  it('believes neither the thief nor the holder once a copied cookie was used by both (SES-06, TST-11)', async () => {
    await enter();
    const stolen = (await cookie('__Host-rm'))!;
    anotherDay();
    expect(await headingAt(context, '/accueil')).toBe('Bonjour Yann Le Goff');
    (portal.platform.clock as FakeClock).advance({ seconds: 31 });
    const thief = await browser.newContext({ locale: 'fr-FR' });
    await plant(thief, stolen);
    expect(await headingAt(thief, '/accueil')).toBe('Se connecter');
    expect(await thief.cookies().then((all) => all.map(({ name }) => name))).not.toContain('__Host-rm');
    expect(await headingAt(context, '/accueil')).toBe('Se connecter');
    expect(await cookie('__Host-rm')).toBeUndefined();
    await enter();
    expect(await headingAt(context, '/accueil')).toBe('Bonjour Yann Le Goff');
    await thief.close();
  }, 60_000);

  it('catches the thief who came first when the holder comes back (SES-06)', async () => {
    await enter();
    const value = (await cookie('__Host-rm'))!;
    anotherDay();
    const thief = await browser.newContext({ locale: 'fr-FR' });
    await plant(thief, value);
    expect(await headingAt(thief, '/accueil')).toBe('Bonjour Yann Le Goff');
    (portal.platform.clock as FakeClock).advance({ minutes: 10 });
    expect(await headingAt(context, '/accueil')).toBe('Se connecter');
    expect(await headingAt(thief, '/accueil')).toBe('Se connecter');
    await thief.close();
  }, 60_000);

  it('forgets the browser with « Se déconnecter » (SES-10)', async () => {
    const page = await enter();
    await page.click('text=Se déconnecter');
    anotherDay();
    expect(await cookie('__Host-rm')).toBeUndefined();
    expect(await headingAt(context, '/accueil')).toBe('Se connecter');
  }, 60_000);
});
