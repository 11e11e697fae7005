import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inBrowser, openChromium } from './chromium.js';
import { openPortal, type Portal, submit } from './portal.js';

type Cookie = Parameters<BrowserContext['addCookies']>[0][number];

const long = 'x'.repeat(4000);
const right = 'A'.repeat(43);

/** Every way a cookie has been known to go wrong. The `__Host-` ones are planted under https, as browsers demand. */
const kinds: Readonly<Record<string, (origin: string) => readonly Cookie[]>> = {
  'a session that ended': (origin) => [hosted(origin, 'trousseau', right)],
  garbage: (origin) => [hosted(origin, 'trousseau', 'garbage'), hosted(origin, 'avant', '%00%')],
  'an empty one': (origin) => [hosted(origin, 'trousseau', '')],
  oversized: (origin) => [hosted(origin, 'trousseau', long), hosted(origin, 'avant', long)],
  'a remember-me nobody knows': (origin) => [hosted(origin, 'rm', `${'a'.repeat(32)}.${right}`)],
  'half a remember-me': (origin) => [hosted(origin, 'rm', 'a'.repeat(32))],
  'the plain name, planted for the whole domain': (origin) => [
    { name: 'trousseau', value: right, domain: new URL(origin).hostname, path: '/' },
    { name: 'avant', value: right, domain: new URL(origin).hostname, path: '/' },
  ],
  'twice, for two paths': () => [
    { name: 'trousseau', value: right, domain: 'localhost', path: '/' },
    { name: 'trousseau', value: 'other', domain: 'localhost', path: '/mon-compte' },
    { name: 'avant', value: 'x', domain: 'localhost', path: '/connexion' },
    { name: 'avant', value: right, domain: 'localhost', path: '/' },
  ],
  'a browser full of strangers': () =>
    [1, 2, 3, 4, 5, 6].map((number) => ({
      name: `stranger${number}`,
      value: long.slice(0, 3800),
      domain: 'localhost',
      path: '/',
    })),
};

const hosted = (origin: string, name: string, value: string): Cookie => ({
  name: `__Host-${name}`,
  value,
  url: origin.replace('http:', 'https:'),
  secure: true,
});

const pages = [
  '/',
  '/accueil',
  '/mon-compte',
  '/parametres',
  '/parametres/utilisateurs',
  '/choisir-ma-cle',
  '/connexion',
  '/cle-oubliee',
  '/vider-le-cache',
];

inBrowser('« À chaque clic, je retourne à la page d’identification » (WEB-05, TST-14)', () => {
  let browser: Browser;
  let portal: Portal;
  beforeAll(async () => {
    portal = await openPortal();
    browser = await openChromium();
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  const enter = async (page: Page) => {
    const { key } = portal.gateway.standIn.people.get('gerante')!;
    await page.fill('#identifiant', 'gerante');
    await page.fill('#cle', key);
    await submit(page);
  };

  it.each(Object.keys(kinds))(
    'takes at most two hops with %s on any page, and one can sign in afterwards',
    async (kind) => {
      for (const path of pages) {
        const context = await browser.newContext({ locale: 'fr-FR' });
        await context.addCookies([...kinds[kind]!(portal.origin)]);
        const page = await context.newPage();
        const answers: number[] = [];
        page.on('response', (answer) => {
          if (answer.request().isNavigationRequest()) answers.push(answer.status());
        });
        const answer = await page.goto(portal.origin + path);
        expect([path, answer?.status(), answer?.headers()['cache-control']]).toEqual([path, 200, 'no-store']);
        expect(answers.length).toBeLessThanOrEqual(2);
        if (!(await page.$('#cle'))) await page.goto(`${portal.origin}/connexion`);
        await enter(page);
        expect([path, await page.textContent('.bar, header')]).toEqual([
          path,
          expect.stringContaining('Se déconnecter'),
        ]);
        await page.goto(`${portal.origin}/accueil`);
        expect([path, await page.textContent('h1')]).toEqual([path, 'Bonjour Léandra Morvan']);
        await context.close();
      }
    },
    120_000,
  );

  it('shows the help page to a browser that forgets its session twice in a row, and never a third sign-in page', async () => {
    const context = await browser.newContext({ locale: 'fr-FR' });
    const page = await context.newPage();
    await page.goto(`${portal.origin}/accueil`);
    for (const tour of ['1', '2']) {
      expect(await page.inputValue('input[name=tour]')).toBe(tour);
      await context.route('**/accueil*', async (route) => {
        await context.clearCookies({ name: '__Host-trousseau' });
        await route.continue({ headers: { ...route.request().headers(), cookie: '' } });
      });
      await enter(page);
    }
    expect(await page.textContent('h1')).toBe('Vider le cache');
    expect(await page.textContent('main')).toContain('pour la deuxième fois');
    await context.close();
  }, 60_000);

  it('starts from zero after « Vider le cache », whatever was there, without JavaScript (WEB-06)', async () => {
    const context = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
    for (const plant of Object.values(kinds)) await context.addCookies([...plant(portal.origin)]);
    const page = await context.newPage();
    await page.goto(`${portal.origin}/vider-le-cache`);
    await submit(page);
    expect(await page.textContent('h1')).toBe('Le cache est vidé');
    expect(await context.cookies()).toEqual([]);
    await page.click('text=Aller à la connexion');
    await enter(page);
    expect(await page.textContent('h1')).toBe('Bonjour Léandra Morvan');
    await context.close();
  }, 60_000);
});
