import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { inBrowser, openChromium } from './chromium.js';
import { openPortal, type Portal, press, submit } from './portal.js';

inBrowser('the portal in the hands of a person', () => {
  let browser: Browser;
  let portal: Portal;
  let context: BrowserContext;

  beforeAll(async () => {
    portal = await openPortal();
    browser = await openChromium();
  }, 60_000);
  beforeEach(async () => void (context = await browser.newContext({ locale: 'fr-FR' })));
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await portal?.close();
  });

  const open = async (path: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(portal.origin + path);
    return page;
  };

  it('works without JavaScript, from the door and back', async () => {
    await context.close();
    context = await browser.newContext({ javaScriptEnabled: false, locale: 'fr-FR' });
    const page = await portal.signIn(context, 'gerante');
    expect(await page.textContent('h1')).toBe('Bonjour Léandra Morvan');
    await press(page, 'text=Se déconnecter');
    expect(await page.textContent('.note')).toContain('Vous êtes déconnecté(e).');
    expect(new URL(page.url()).pathname).toBe('/connexion');
  });

  it('shows the key on demand and hides it again before it is sent (KEY-02)', async () => {
    const page = await open('/connexion');
    await page.fill('#cle', 'visible');
    await page.click('.key-eye');
    expect(await page.getAttribute('#cle', 'type')).toBe('text');
    expect(await page.getAttribute('.key-eye', 'aria-pressed')).toBe('true');
    await page.click('.key-eye');
    expect(await page.getAttribute('#cle', 'type')).toBe('password');
  });

  it('counts the characters of a new key as people do', async () => {
    const page = await portal.signIn(context, 'nouvelle');
    await page.fill('#cle', '🗝🗝 cigogne');
    expect(await page.textContent('output')).toBe('Encore 5 caractères');
    await page.fill('#cle', 'trois cigognes');
    expect(await page.textContent('output')).toBe('Encore 1 caractère');
    await page.fill('#cle', 'trois cigognes !');
    expect(await page.textContent('output')).toBe('La longueur est bonne');
  });

  it('moves the focus to what is wrong, and from there to the field', async () => {
    const page = await open('/connexion');
    await submit(page);
    const focused = () =>
      page.evaluate<string>('document.activeElement.getAttribute("role") ?? document.activeElement.id');
    expect(await focused()).toBe('alert');
    await page.click('.note a[href="#cle"]');
    expect(await focused()).toBe('cle');
  });

  it('gives every button and tool at least 44 pixels each way (WCAG 2.5.5)', async () => {
    const phone = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'fr-FR' });
    const page = await portal.signIn(phone, 'gerante');
    for (const path of ['/accueil', '/parametres/utilisateurs', '/mon-compte', '/connexion']) {
      await page.goto(portal.origin + path);
      const small = await page.evaluate<string[]>(
        `[...document.querySelectorAll('button, .button, .tool, .brand, summary, select, input:not([type=hidden], [hidden], [type=checkbox])')]
          .map((element) => [element.outerHTML.slice(0, 120), element.getBoundingClientRect()])
          .filter(([, { width, height }]) => width > 0 && (width < 44 || height < 44))
          .map(([html]) => html)`,
      );
      expect([path, small]).toEqual([path, []]);
    }
    await phone.close();
  });

  it('still fits a screen of 320 pixels (WCAG 1.4.10)', async () => {
    const narrow = await browser.newContext({ viewport: { width: 320, height: 640 }, locale: 'fr-FR' });
    const page = await portal.signIn(narrow, 'gerante');
    const paths = [
      '/accueil',
      '/parametres',
      '/parametres/utilisateurs',
      '/parametres/utilisateurs/bloque/modifier',
      '/mon-compte',
      '/connexion',
      '/dev/courriels/mail-1',
    ];
    for (const path of paths) {
      await page.goto(portal.origin + path);
      expect([path, await page.evaluate('document.documentElement.scrollWidth')]).toEqual([path, 320]);
    }
    await narrow.close();
  });

  it('asks nobody but itself for anything (EML-05)', async () => {
    const asked = new Set<string>();
    context.on('request', (request) => asked.add(new URL(request.url()).origin));
    const page = await portal.signIn(context, 'gerante');
    await page.goto(`${portal.origin}/dev/courriels/mail-1`);
    await page.goto(`${portal.origin}/parametres/utilisateurs`);
    expect([...asked]).toEqual([portal.origin]);
  });

  it('lets a mail run no script, and a pressed link leave its frame', async () => {
    const page = await open('/dev/courriels/mail-1');
    expect(await page.title()).toContain('Votre clé provisoire');
    await page.frameLocator('iframe').locator('a').click();
    await page.waitForURL(`${portal.origin}/connexion`);
  });

  it('leaves no cookie behind after « Vider le cache » (WEB-06, TST-14)', async () => {
    const page = await portal.signIn(context, 'gerante');
    expect((await context.cookies()).map(({ name }) => name)).toContain('__Host-trousseau');
    await page.goto(`${portal.origin}/vider-le-cache`);
    await submit(page);
    expect(await page.textContent('h1')).toBe('Le cache est vidé');
    expect(await context.cookies()).toEqual([]);
    await press(page, 'main >> text=Aller à la connexion');
    expect(await page.textContent('h1')).toBe('Se connecter');
  });
});
