import { mkdir } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ensureBuilt } from '../../tools/build.js';
import { Product } from '../product/product.js';
import { provisionalKeyIn } from '../product/people.js';
import { inBrowser, openChromium } from './chromium.js';
import { mailIn } from './demo-mailbox.js';

const pictures = fileURLToPath(new URL('../../artifacts/journey/', import.meta.url));
const SHAPES = { phone: { width: 390, height: 844 }, desk: { width: 1280, height: 800 } } as const;

const claire = { identifier: 'claire.moreau', email: 'claire.moreau@pontneuf.example' };
const lea = { identifier: 'lea.martin', email: 'lea.martin@pontneuf.example', name: 'Léa Martin' };
const KEYS = { first: 'un troupeau de chèvres bleues', second: 'trois péniches sous la neige' };

/** The built portal as `npm start` runs it: demo school, demo mailbox, one process. Each step goes on where the last one ended. */
inBrowser('a manager and her portal', () => {
  let product: Product;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let origin: string;

  beforeAll(async () => {
    ensureBuilt({ quiet: true });
    await mkdir(pictures, { recursive: true });
    product = await Product.prepare({ demo: true });
    await product.start();
    origin = `http://localhost:${product.port}`;
    browser = await openChromium();
    context = await browser.newContext({ locale: 'fr-FR', viewport: SHAPES.desk });
    page = await context.newPage();
  }, 120_000);

  afterAll(async () => {
    await browser?.close();
    await product?.remove();
  });

  const path = () => new URL(page.url()).pathname;
  const title = () => page.textContent('h1');

  /** A picture of the page as it is now, on a desk and on a phone. */
  const picture = async (name: string) => {
    for (const [shape, size] of Object.entries(SHAPES)) {
      await page.setViewportSize(size);
      await page.screenshot({ path: `${pictures}${name}.${shape}.png`, fullPage: true });
    }
    await page.setViewportSize(SHAPES.desk);
  };

  const mailTo = (address: string, subject: RegExp) => mailIn(context, origin, address, subject);

  const linkIn = (text: string, nth: number): string => {
    const link = [...text.matchAll(/https?:\/\/\S+\/lien\/\S+/g)][nth]?.[0];
    if (link === undefined) throw new Error('no link in the mail');
    return link;
  };

  const signIn = async (identifier: string, key: string) => {
    await page.goto(`${origin}/connexion`);
    await page.fill('[name=identifiant]', identifier);
    await page.fill('[name=cle]', key);
    await page.getByRole('button', { name: 'Entrer' }).click();
  };

  const chooseKey = async (key: string) => {
    expect(path()).toBe('/choisir-ma-cle');
    await page.fill('[name=cle]', key);
    await page.fill('[name=confirmation]', key);
    await page.getByRole('button', { name: 'Choisir cette clé' }).click();
    expect(path()).toBe('/connexion');
  };

  const signOut = async () => {
    await page.getByRole('button', { name: 'Se déconnecter' }).click();
    expect(path()).toBe('/connexion');
  };

  it('reads the welcome mail, enters with the provisional key and chooses a key', async () => {
    await page.goto(`${origin}/connexion`);
    await picture('1-connexion');
    await signIn(claire.identifier, provisionalKeyIn(await mailTo(claire.email, /Votre clé provisoire/)));
    expect(path()).toBe('/choisir-ma-cle');
    await picture('2-choisir-ma-cle');
    await chooseKey(KEYS.first);
  });

  it('is told one neutral sentence for a wrong pair, and keeps the identifiant (LOG-01)', async () => {
    await signIn(claire.identifier, 'pas la bonne clé');
    expect(await page.textContent('main')).toContain('Identifiant ou clé incorrects.');
    expect(await page.inputValue('[name=identifiant]')).toBe(claire.identifier);
    expect(await page.inputValue('[name=cle]')).toBe('');
    await picture('3-mauvaise-paire');
  });

  it('enters with the chosen key and finds name, role and school', async () => {
    await signIn(claire.identifier, KEYS.first);
    expect(path()).toBe('/accueil');
    const home = await page.textContent('body');
    for (const word of ['Claire Moreau', 'Gérant', 'Auto-école du Pont Neuf']) expect(home).toContain(word);
    await picture('4-accueil');
    await signOut();
  });

  it('renews a forgotten key, reads the mail, chooses another and enters with it (FRG-01, FRG-03, FRG-04, TST-34)', async () => {
    await page.goto(`${origin}/connexion`);
    await page.getByRole('link', { name: 'Clé oubliée' }).click();
    await page.fill('[name=identifiant]', claire.identifier);
    await page.fill('[name=email]', claire.email);
    await picture('5-cle-oubliee');
    await page.getByRole('button', { name: 'Renouveler ma clé' }).click();
    await picture('6-cle-oubliee-reponse');
    const mail = await mailTo(claire.email, /Votre clé provisoire, valable/);
    await signIn(claire.identifier, KEYS.first);
    expect(path()).toBe('/accueil');
    await signOut();
    await signIn(claire.identifier, provisionalKeyIn(mail));
    await chooseKey(KEYS.second);
    await signIn(claire.identifier, KEYS.first);
    expect(await page.textContent('main')).toContain('Identifiant ou clé incorrects.');
    await signIn(claire.identifier, KEYS.second);
    expect(path()).toBe('/accueil');
    expect(await mailTo(claire.email, /Votre clé a été changée/)).not.toContain(KEYS.second);
  });

  it("changes an instructor's reference e-mail, with the consent of both addresses (REF-01, REF-02)", async () => {
    await page.goto(`${origin}/accueil`);
    await page.getByRole('navigation').getByRole('link', { name: 'Paramètres' }).click();
    await picture('7-parametres');
    expect(await page.textContent('main')).toContain('4-1-1 Sécurité : Utilisateurs');
    await page.getByRole('link', { name: 'Gérer' }).first().click();
    expect(path()).toBe('/parametres/utilisateurs');
    await picture('8-utilisateurs');
    await page.getByRole('row', { name: lea.identifier }).getByRole('link', { name: 'modifier' }).click();
    expect(await title()).toContain(lea.name);
    await page.fill('[name=email]', 'lea@nouvelle.example');
    await page.fill('[name=cle]', KEYS.second);
    await picture('9-modifier');
    await page.getByRole('button', { name: 'Modifier l’adresse' }).click();
    await picture('10-en-attente');
    expect(await page.textContent('main')).toContain('lea@nouvelle.example');

    await page.goto(linkIn(await mailTo('lea@nouvelle.example', /./), 0));
    await picture('11-confirmer');
    await page.locator('main button[type=submit]').first().click();
    await page.goto(linkIn(await mailTo(lea.email, /Acceptez-vous/), 0));
    await page.locator('main button[type=submit]').first().click();
    await picture('12-accepte');

    await page.goto(`${origin}/parametres/utilisateurs`);
    const row = await page.getByRole('row', { name: lea.identifier }).textContent();
    expect(row).toContain('lea@nouvelle.example');
    expect(row).not.toContain(lea.email);
    await picture('13-adresse-changee');
  });

  it('leaves, and the way back asks for the key again', async () => {
    await signOut();
    await page.goto(`${origin}/accueil`);
    expect(await page.locator('[name=cle]').count()).toBe(1);
  });

  it('shows an instructor no list, and says whom to ask', async () => {
    await signIn(lea.identifier, provisionalKeyIn(await mailTo(lea.email, /Votre clé provisoire/)));
    await chooseKey('une bicyclette sur le toit');
    await signIn(lea.identifier, 'une bicyclette sur le toit');
    const answer = await page.goto(`${origin}/parametres/utilisateurs`);
    expect(answer?.status()).toBe(403);
    const text = (await page.textContent('main')) ?? '';
    expect(text).toContain('gérant');
    expect(text).not.toContain(claire.email);
    await picture('14-moniteur');
  });
});
