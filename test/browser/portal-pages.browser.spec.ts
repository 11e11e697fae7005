import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { violationsIn } from './axe.js';
import { inBrowser, openChromium } from './chromium.js';
import { openPortal, type Portal, press, submit } from './portal.js';

/** Where the pictures go; look at them. `ONLY=users,home` takes a few pages, `EVERY_SHAPE=on` all four shapes. */
const pictures = process.env['PICTURES'] ?? 'artifacts/pages';
const only = process.env['ONLY']?.split(',');

type Shape = Readonly<{ name: string; width: number; height: number; scheme: 'light' | 'dark' }>;
const shapes: readonly Shape[] = [
  { name: 'phone-light', width: 390, height: 844, scheme: 'light' },
  { name: 'desk-dark', width: 1280, height: 800, scheme: 'dark' },
  { name: 'phone-dark', width: 390, height: 844, scheme: 'dark' },
  { name: 'desk-light', width: 1280, height: 800, scheme: 'light' },
];
/** Two of them show every layout and every colour; the others are for the eye. */
const taken = process.env['EVERY_SHAPE'] === 'on' ? shapes : shapes.slice(0, 2);

type Who = 'nobody' | 'gerante' | 'moniteur' | 'nouvelle' | 'protege' | 'pressee';
type Visit = Readonly<{ name: string; path: string; as?: Who; then?: (page: Page) => Promise<unknown> }>;

const wrongPair = async (page: Page) => {
  await page.fill('#identifiant', 'yann.legoff');
  await page.fill('#cle', 'pas la bonne');
  await submit(page);
};

const type = (field: string, text: string) => async (page: Page) => {
  await page.fill(field, text);
  await submit(page);
};
const renewal = async (page: Page) => {
  await page.fill('#identifiant', 'ines.petit');
  await page.fill('#email', 'ines.petit@ecole.example');
  await submit(page);
};

const startApp = (page: Page) => press(page, 'form[action$="/application"] button');
const wrongFirstCode = async (page: Page) => {
  await startApp(page);
  await page.fill('#code', '111111');
  await submit(page);
};
const newCodes = (page: Page) => press(page, 'form[action$="/codes"] button');
const wrongCode = async (page: Page, field: 'code' | 'secours') => {
  if (field === 'secours') await page.click('summary');
  await page.fill(`#${field}`, 'x');
  await press(page, `form:has(#${field}) [type=submit]`);
};

const factors = '/mon-compte/second-facteur';
const users = '/parametres/utilisateurs';
const visits: readonly Visit[] = [
  { name: 'sign-in', path: '/connexion' },
  { name: 'sign-in-empty', path: '/connexion', then: submit },
  { name: 'sign-in-wrong', path: '/connexion', then: wrongPair },
  { name: 'sign-in-needed', path: users },
  { name: 'sign-in-said', path: '/connexion?dit=cle-choisie' },
  { name: 'sign-in-english', path: '/connexion', then: (page) => press(page, '.foot button') },
  { name: 'forgotten-key', path: '/cle-oubliee' },
  { name: 'forgotten-key-wrong', path: '/cle-oubliee', then: type('#email', 'ines.petit') },
  { name: 'forgotten-key-done', path: '/cle-oubliee', then: renewal },
  { name: 'choose-key', path: '/choisir-ma-cle', as: 'nouvelle' },
  { name: 'choose-key-wrong', path: '/choisir-ma-cle', as: 'nouvelle', then: type('#cle', 'un vélo') },
  { name: 'home', path: '/accueil', as: 'gerante' },
  { name: 'home-reminded', path: '/accueil', as: 'pressee' },
  { name: 'home-instructor', path: '/accueil', as: 'moniteur' },
  { name: 'settings', path: '/parametres', as: 'gerante' },
  { name: 'settings-instructor', path: '/parametres', as: 'moniteur' },
  { name: 'users', path: users, as: 'gerante' },
  {
    name: 'users-said',
    path: `${users}?dit=utilisateur-ajoute&tri=connexion&sens=decroissant`,
    as: 'gerante',
  },
  { name: 'users-none-found', path: `${users}?q=zébulon`, as: 'gerante' },
  { name: 'users-forbidden', path: users, as: 'moniteur' },
  { name: 'add-user', path: `${users}/ajouter`, as: 'gerante' },
  { name: 'add-user-wrong', path: `${users}/ajouter`, as: 'gerante', then: submit },
  { name: 'modify-user', path: `${users}/moniteur/modifier`, as: 'gerante' },
  { name: 'modify-user-second', path: `${users}/gerante/modifier?adresse=seconde`, as: 'gerante' },
  { name: 'modify-user-wrong', path: `${users}/partie/modifier`, as: 'gerante', then: submit },
  { name: 'account', path: '/mon-compte', as: 'gerante' },
  { name: 'account-wrong', path: '/mon-compte', as: 'gerante', then: submit },
  { name: 'factors-none', path: factors, as: 'gerante' },
  { name: 'factors-app', path: factors, as: 'gerante', then: startApp },
  { name: 'factors-app-wrong', path: factors, as: 'gerante', then: wrongFirstCode },
  { name: 'factors-passkey', path: `${factors}/cle-d-acces`, as: 'gerante' },
  { name: 'factors-some', path: factors, as: 'protege' },
  { name: 'factors-codes', path: factors, as: 'protege', then: newCodes },
  { name: 'account-protected', path: '/mon-compte', as: 'protege' },
  { name: 'second-factor', path: '/second-facteur', as: 'protege' },
  {
    name: 'second-factor-wrong',
    path: '/second-facteur',
    as: 'protege',
    then: (page) => wrongCode(page, 'code'),
  },
  {
    name: 'second-factor-recovery',
    path: '/second-facteur',
    as: 'protege',
    then: (page) => wrongCode(page, 'secours'),
  },
  { name: 'modify-user-factor', path: `${users}/protege/modifier`, as: 'gerante' },
  { name: 'confirm-key', path: '/confirmer-ma-cle', as: 'gerante' },
  { name: 'link', path: '/lien/good-link' },
  { name: 'link-unknown', path: '/lien/x.y' },
  { name: 'recovery', path: '/connexion/assistance' },
  { name: 'recovery-empty', path: '/connexion/assistance', then: submit },
  { name: 'not-me', path: '/pas-moi/good-link' },
  { name: 'not-me-done', path: '/pas-moi/good-link', then: submit },
  { name: 'clear-cache', path: '/vider-le-cache' },
  { name: 'clear-cache-done', path: '/vider-le-cache', then: submit },
  { name: 'demo-mailbox', path: '/dev/courriels' },
  { name: 'demo-mail', path: '/dev/courriels/mail-1' },
  { name: 'not-found', path: '/nulle-part' },
];

/** The browser reports every answer of 400 and more, the cleared data, and the script in the demo mail, which the sandbox must stop. */
const expected = [
  'responded with a status of 4',
  'Clear-Site-Data',
  "Blocked script execution in 'about:srcdoc'",
];

inBrowser('the pages in Chromium', () => {
  let browser: Browser;
  let portal: Portal;
  const contexts = new Map<string, Promise<BrowserContext>>();

  beforeAll(async () => {
    mkdirSync(pictures, { recursive: true });
    portal = await openPortal();
    browser = await openChromium();
  }, 60_000);

  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  const newContext = ({ width, height, scheme }: Shape) =>
    browser.newContext({ viewport: { width, height }, colorScheme: scheme, locale: 'fr-FR' });

  const signedIn = async (shape: Shape, who: Who) => {
    const context = await newContext(shape);
    await (await portal.signIn(context, who)).close();
    return context;
  };

  /** Whoever is signed in stays so for the next page; nobody is somebody new every time. */
  const contextFor = (shape: Shape, who: Who): Promise<BrowserContext> => {
    if (who === 'nobody') return newContext(shape);
    const name = `${shape.name} ${who}`;
    const context = contexts.get(name) ?? signedIn(shape, who);
    contexts.set(name, context);
    return context;
  };

  describe.each(taken)('$name', (shape) => {
    it.each(visits.filter(({ name }) => !only || only.includes(name)))(
      '$name has no barrier that axe can find, fits its width and says nothing to the console',
      async ({ name, path, as = 'nobody', then }) => {
        const page = await (await contextFor(shape, as)).newPage();
        const said: string[] = [];
        page.on('console', (message) => said.push(message.text()));
        page.on('pageerror', (error) => said.push(String(error)));
        await page.goto(portal.origin + path);
        await then?.(page);
        await page.screenshot({ path: join(pictures, `${name}.${shape.name}.png`), fullPage: true });
        const { scrollWidth, clientWidth } = await page.evaluate<Size>(
          '(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))(document.documentElement)',
        );
        expect(await violationsIn(page)).toEqual([]);
        expect(scrollWidth).toBe(clientWidth);
        expect(said.filter((line) => !expected.some((words) => line.includes(words)))).toEqual([]);
        await page.close();
      },
      30_000,
    );
  });
});

type Size = Readonly<{ scrollWidth: number; clientWidth: number }>;
