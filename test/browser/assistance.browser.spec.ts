import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { eventually } from '#event-store/testing';
import { ensureBuilt } from '../../tools/build.js';
import { Product } from '../product/product.js';
import { violationsIn } from './axe.js';
import { codeOf } from '../product/code-of.js';
import { provisionalKeyIn } from '../product/people.js';
import { inBrowser, openChromium } from './chromium.js';
import { mailIn } from './demo-mailbox.js';

const pictures = fileURLToPath(new URL('../../artifacts/assistance/', import.meta.url));
const DESK = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const shapes = [
  { name: 'phone-dark', size: PHONE, scheme: 'dark' },
  { name: 'desk-light', size: DESK, scheme: 'light' },
  { name: 'phone-light', size: PHONE, scheme: 'light' },
  { name: 'desk-dark', size: DESK, scheme: 'dark' },
] as const;
/** Two of them show every layout and every colour; the others are for the eye (`EVERY_SHAPE=on`). */
const taken = process.env['EVERY_SHAPE'] === 'on' ? shapes : shapes.slice(0, 2);

const claire = { identifier: 'claire.moreau', email: 'claire.moreau@pontneuf.example' };
const nadia = { identifier: 'nadia.assistance', email: 'nadia.perrin@trousseau.example' };
const hugo = { identifier: 'hugo.assistance', email: 'hugo.lambert@trousseau.example' };
const KEYS = { claire: 'un troupeau de chèvres bleues', next: 'trois péniches sous la neige' };

/** The built portal as `npm start` runs it. Each step goes on where the last one ended. */
inBrowser('the manager who lost everything, and support (TEL-01 .. TEL-10)', () => {
  let product: Product;
  let browser: Browser;
  let origin: string;
  const open: BrowserContext[] = [];
  let mailbox: BrowserContext;
  let manager: Page;
  let opener: Page;
  let colleague: Page;

  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({
      locale: 'fr-FR',
      viewport: DESK,
      // No colour half-way between two: a picture is of the page at rest.
      reducedMotion: 'reduce',
    });
    open.push(context);
    return context.newPage();
  };

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    await mkdir(pictures, { recursive: true });
    product = await Product.prepare({ demo: true });
    await product.start();
    origin = `http://localhost:${product.port}`;
    browser = await openChromium();
    mailbox = await browser.newContext({ locale: 'fr-FR' });
    manager = await newPage();
    opener = await newPage();
    colleague = await newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  const path = (page: Page) => new URL(page.url()).pathname;
  const words = (page: Page) => page.textContent('main');
  const press = async (page: Page, name: string) => {
    await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name }).first().click()]);
  };

  /** A picture of the page as it is now in every shape and colour, each without a barrier that axe can find. */
  const picture = async (page: Page, name: string) => {
    for (const { name: shape, size, scheme } of taken) {
      await page.setViewportSize(size);
      await page.emulateMedia({ colorScheme: scheme });
      await page.screenshot({ path: `${pictures}${name}.${shape}.png`, fullPage: true });
      expect(await violationsIn(page)).toEqual([]);
      const wider = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
      expect([name, shape, wider]).toEqual([name, shape, false]);
    }
    await page.setViewportSize(DESK);
    await page.emulateMedia({ colorScheme: 'light' });
  };

  const mailTo = (address: string, subject: RegExp) => mailIn(mailbox, origin, address, subject);

  const signIn = async (page: Page, identifier: string, key: string) => {
    await page.goto(`${origin}/connexion`);
    await page.fill('[name=identifiant]', identifier);
    await page.fill('[name=cle]', key);
    await press(page, 'Entrer');
  };
  const chooseKey = async (page: Page, key: string) => {
    expect(path(page)).toBe('/choisir-ma-cle');
    await page.fill('[name=cle]', key);
    await page.fill('[name=confirmation]', key);
    await press(page, 'Choisir cette clé');
  };
  const settle = async (page: Page, { identifier, email }: typeof claire, key: string) => {
    await signIn(page, identifier, provisionalKeyIn(await mailTo(email, /Votre clé provisoire/)));
    await chooseKey(page, key);
    await signIn(page, identifier, key);
  };
  /** The one page an operator's first sign-in leads to: an app, its first code, the recovery codes (TEL-04). */
  const enrol = async (page: Page) => {
    expect(path(page)).toBe('/mon-compte/second-facteur');
    await press(page, 'Ajouter une application');
    const secret = ((await page.textContent('#secret')) ?? '').replaceAll(' ', '');
    await page.fill('[name=code]', codeOf(secret, new Date().toISOString()));
    await press(page, 'Terminer');
    await Promise.all([
      page.waitForEvent('load'),
      page.getByRole('link', { name: 'Je les ai mis de côté' }).click(),
    ]);
  };
  const openCase = async () => {
    await opener.goto(`${origin}/assistance?q=pont`);
    await press(opener, 'Ouvrir un dossier');
    expect(path(opener)).toMatch(/^\/assistance\/dossiers\//);
  };
  const onTheLine = async () => {
    await press(opener, 'Appeler');
    await press(opener, 'Oui, quelqu’un a décroché');
  };

  it('an operator chooses a key, sets a second factor up, and only then lands on /assistance (TEL-04)', async () => {
    await settle(manager, claire, KEYS.claire);
    await settle(opener, nadia, 'le phare compte ses moutons');
    await opener.goto(`${origin}/assistance`);
    await picture(opener, '00-second-facteur');
    await enrol(opener);
    expect(path(opener)).toBe('/assistance');
    await picture(opener, '01-assistance');
  });

  it('so does a colleague', async () => {
    await settle(colleague, hugo, 'une girafe dans le grenier');
    await enrol(colleague);
    expect(path(colleague)).toBe('/assistance');
  });

  it('nobody else gets to /assistance', async () => {
    const answer = await manager.goto(`${origin}/assistance`);
    expect(answer?.status()).toBe(403);
    const operators = await colleague.goto(`${origin}/parametres/utilisateurs`);
    expect(operators?.status()).toBe(403);
  });

  it('the help of the sign-in page leads to support, in the words of the help page', async () => {
    const visitor = await newPage();
    await visitor.goto(`${origin}/connexion`);
    await visitor.getByText('Identifiant perdu ?').click();
    await visitor.getByRole('link', { name: 'Joindre l’assistance' }).click();
    expect(path(visitor)).toBe('/connexion/assistance');
    expect(await words(visitor)).toContain('depuis le téléphone mobile enregistré');
    await picture(visitor, '02-joindre-l-assistance');
  });

  it('an operator finds the school, sees a masked number and calls it back (TEL-02)', async () => {
    await opener.goto(`${origin}/assistance`);
    await opener.fill('[name=q]', 'pont neuf');
    await press(opener, 'Chercher');
    expect(await words(opener)).toContain('•• •• •• •• 78');
    await picture(opener, '03-trouvee');
    await press(opener, 'Ouvrir un dossier');
    await picture(opener, '04-dossier-ouvert');
    await press(opener, 'Appeler');
    await picture(opener, '05-appel');
    expect(await opener.content()).not.toMatch(/6 ?12 ?34 ?56/);
    const calls = await newPage();
    await calls.goto(`${origin}/dev/appels`);
    expect(await words(calls)).toContain('+33612345678');
    await picture(calls, '06-appels-de-demonstration');
    await press(opener, 'Oui, quelqu’un a décroché');
    await picture(opener, '07-que-manque-t-il');
  });

  it('the identifier is told on the line and by mail', async () => {
    await press(opener, 'Donner l’identifiant');
    expect(await words(opener)).toContain(claire.identifier);
    await picture(opener, '08-identifiant');
    expect(await mailTo(claire.email, /Votre identifiant/)).toContain(claire.identifier);
  });

  it('a recovery waits for a colleague, never for the opener (TEL-04, TST-32)', async () => {
    await press(opener, 'Demander une clé');
    expect(await words(opener)).toContain('Un(e) collègue doit donner son accord');
    expect(await opener.getByRole('button', { name: 'Donner mon accord' }).count()).toBe(0);
    await picture(opener, '09-accord-attendu');
    await colleague.goto(`${origin}/assistance`);
    await picture(colleague, '10-vue-du-collegue');
    await colleague.goto(opener.url());
    await picture(colleague, '11-accord');
    await press(colleague, 'Donner mon accord');
    expect(await words(colleague)).toContain('Nadia Perrin parle avec la personne');
  });

  it('the code shows once; with the mailed one it opens the page where a key is chosen (TEL-05, TEL-06)', async () => {
    await opener.reload();
    await picture(opener, '12-lire-le-code');
    await press(opener, 'Afficher le code');
    const digits = ((await opener.textContent('.read-out')) ?? '').trim();
    expect(digits).toMatch(/^\d{4} \d{4}$/);
    await picture(opener, '13-code');
    await opener.getByRole('link', { name: 'C’est lu' }).click();
    expect(await opener.content()).not.toContain(digits);

    const visitor = await newPage();
    const type = async (code: string, proof: string) => {
      await visitor.goto(`${origin}/connexion/assistance`);
      await visitor.fill('[name=identifiant]', claire.identifier);
      await visitor.fill('[name=telephone]', code);
      await visitor.fill('[name=secours]', proof);
      await press(visitor, 'Choisir ma clé');
    };
    const proof = provisionalKeyIn(await mailTo(claire.email, /Votre code de secours/));
    await type(digits, '');
    expect(await words(visitor)).toContain('Identifiant ou code incorrects.');
    expect(await visitor.inputValue('[name=identifiant]')).toBe(claire.identifier);
    expect(await visitor.inputValue('[name=telephone]')).toBe('');
    await picture(visitor, '14-code-faux');
    await type(digits, proof);
    await picture(visitor, '15-choisir-ma-cle');
    await chooseKey(visitor, KEYS.next);
    await signIn(visitor, claire.identifier, KEYS.next);
    expect(path(visitor)).toBe('/accueil');
  });

  it('every other session has ended, and no address changes for 72 hours (TEL-09)', async () => {
    await manager.goto(`${origin}/accueil`);
    expect(await manager.locator('[name=cle]').count()).toBe(1);
    await signIn(manager, claire.identifier, KEYS.next);
    await manager.goto(`${origin}/parametres/utilisateurs`);
    await manager.getByRole('row', { name: 'lea.martin' }).getByRole('link', { name: 'modifier' }).click();
    await manager.fill('[name=email]', 'voleur@exemple.fr');
    await manager.fill('[name=cle]', KEYS.next);
    await press(manager, 'Modifier l’adresse');
    expect(await words(manager)).toContain('72 heures');
    await picture(manager, '16-adresses-figees');
  });

  it('the trail of the case tells it all, without a code or a number (TEL-10)', async () => {
    await eventually(async () => {
      await opener.reload();
      expect(await words(opener)).toContain('Clé choisie');
    });
    const trail = (await opener.textContent('.steps')) ?? '';
    for (const step of [
      'Numéro enregistré rappelé',
      'Accord donné',
      'Code affiché',
      'Code faux saisi',
      'Clé choisie',
    ])
      expect(trail).toContain(step);
    expect(trail).toContain('Hugo Lambert');
    await picture(opener, '17-termine');
  });

  it('with the mailbox lost too, 48 hours pass, and any address can stop it (TEL-07, TST-32)', async () => {
    await openCase();
    await onTheLine();
    await press(opener, 'Boîte mail perdue aussi');
    const dossier = opener.url();
    await colleague.goto(dossier);
    await press(colleague, 'Donner mon accord');
    await opener.reload();
    expect(await words(opener)).toContain('Aucun code avant le');
    expect(await opener.getByRole('button', { name: 'Afficher le code' }).count()).toBe(0);
    await picture(opener, '18-delai');
    const notice = await mailTo(claire.email, /Une nouvelle clé a été demandée par téléphone/);
    const link = /https?:\/\/\S+\/opposition\/\S+/.exec(notice)?.[0];
    const visitor = await newPage();
    await visitor.goto(link ?? '');
    await picture(visitor, '19-opposition');
    await press(visitor, 'Arrêter cette demande');
    expect(await words(visitor)).toContain('La demande est arrêtée');
    await picture(visitor, '20-opposition-faite');
    await opener.goto(dossier);
    expect(await words(opener)).toContain('s’est opposé');
    await picture(opener, '21-opposee');
  });

  it('is worked with the keyboard alone', async () => {
    await opener.goto(`${origin}/assistance?q=pont`);
    const focused = () =>
      opener.evaluate('document.querySelector("button:focus")?.textContent ?? ""') as Promise<string>;
    for (let tabs = 0; tabs < 30 && !(await focused()).includes('Ouvrir un dossier'); tabs += 1) {
      await opener.keyboard.press('Tab');
    }
    await Promise.all([opener.waitForEvent('load'), opener.keyboard.press('Enter')]);
    for (let tabs = 0; tabs < 30 && (await focused()).trim() !== 'Appeler'; tabs += 1) {
      await opener.keyboard.press('Tab');
    }
    await Promise.all([opener.waitForEvent('load'), opener.keyboard.press('Enter')]);
    expect(await words(opener)).toContain('L’appel est lancé');
  });

  it('the fourth case of a week is refused, with the reason (TEL-10)', async () => {
    await opener.goto(`${origin}/assistance?q=pont`);
    await press(opener, 'Ouvrir un dossier');
    expect(path(opener)).toBe('/assistance');
    expect(await words(opener)).toContain('Trois dossiers ont déjà été ouverts cette semaine');
    await picture(opener, '22-trop-de-dossiers');
  });
});
