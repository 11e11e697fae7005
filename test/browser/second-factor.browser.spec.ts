import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { FakeClock } from '#platform/testing';
import type { Browser, BrowserContext, CDPSession, Page } from 'playwright-core';
import { freePort } from '../../tools/ports/free-port.js';
import { type RunningPortal, startPortal } from '../access/running-portal.js';
import { codeOf } from '../product/code-of.js';
import { inBrowser, openChromium } from './chromium.js';

const here = '/mon-compte/second-facteur';

/** The real services, and the authenticator that Chromium plays (TST-35). */
inBrowser('the second factor in Chromium', () => {
  let browser: Browser;
  let portal: RunningPortal;
  let schoolId: string;
  let context: BrowserContext;
  let page: Page;
  let person: { identifier: string; key: string };
  let count = 0;

  beforeAll(async () => {
    portal = await startPortal({ port: await freePort() });
    ({ schoolId } = await portal.registerSchool('Auto-école du Lac', 'gerante'));
    browser = await openChromium();
  }, 120_000);
  beforeEach(async () => {
    const identifier = `yann-${(count += 1)}`;
    const { key } = await portal.firstSignIn(await portal.addUser(schoolId, identifier), identifier);
    person = { identifier, key };
    context = await browser.newContext({ locale: 'fr-FR' });
    page = await context.newPage();
  }, 60_000);
  afterEach(() => context.close());
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const clock = () => portal.platform.clock as FakeClock;
  const title = () => page.textContent('h1');
  const press = (selector: string) =>
    Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);

  const enter = async () => {
    await page.goto(`${portal.origin}/connexion`);
    await page.fill('#identifiant', person.identifier);
    await page.fill('#cle', person.key);
    await press('main form [type=submit]');
  };

  /** Sets up an app by the letters on the page, as a person does who cannot scan. Gives its secret and the ten codes. */
  const addApp = async () => {
    await page.goto(portal.origin + here);
    await press(`form[action="${here}/application"] button`);
    const secret = (await page.textContent('#secret'))!.replaceAll(' ', '');
    await page.fill('#code', codeOf(secret, clock().now()));
    await press('main form [type=submit]');
    const codes = await page.locator('.codes li').allTextContents();
    return { secret, codes };
  };

  /** An authenticator inside this page's browser, which verifies its person without asking. */
  const plugIn = async () => {
    const cdp = await context.newCDPSession(page);
    await cdp.send('WebAuthn.enable');
    const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    return { cdp, authenticatorId };
  };

  const addPasskey = async () => {
    const authenticator = await plugIn();
    await page.goto(`${portal.origin}${here}/cle-d-acces`);
    await press('form[data-passkey] button');
    return authenticator;
  };

  /** Sets what the counter of the one passkey says, as a copy of it would have it. */
  const setCounter = async (cdp: CDPSession, authenticatorId: string, signCount: number) => {
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
    const [credential] = credentials;
    await cdp.send('WebAuthn.removeCredential', {
      authenticatorId,
      credentialId: credential!.credentialId,
    });
    await cdp.send('WebAuthn.addCredential', { authenticatorId, credential: { ...credential!, signCount } });
  };

  it('sets up an app and asks for its code the next time, once each (MFA-04, TST-34)', async () => {
    await enter();
    const { secret, codes } = await addApp();
    expect(await title()).toBe('Codes de secours');
    expect(codes).toHaveLength(10);
    await press('main a.button');
    expect(await title()).toBe('Mon compte');
    await press('form[action="/deconnexion"] button');

    await enter();
    expect([await title(), new URL(page.url()).pathname]).toEqual(['Second facteur', '/second-facteur']);
    await page.fill('#code', codeOf(secret, clock().now()));
    await press('form:has(#code) [type=submit]');
    expect(await page.textContent('#code-erreur')).toContain('Ce code vient de servir');
    clock().advance({ seconds: 30 });
    await page.fill('#code', codeOf(secret, clock().now()));
    await press('form:has(#code) [type=submit]');
    expect(await title()).toBe('Bonjour Yann Le Goff');
  }, 60_000);

  it('lets a recovery code in once, and shows the one that takes its place (MFA-05, TST-34)', async () => {
    await enter();
    const { codes } = await addApp();
    const type = async (code: string) => {
      await context.clearCookies();
      await enter();
      await page.click('summary');
      await page.fill('#secours', code);
      await press('form:has(#secours) [type=submit]');
    };
    await type(codes[3]!);
    expect(await title()).toBe('Un nouveau code de secours');
    const next = (await page.textContent('.spelled'))!.trim();
    expect(next).toMatch(/^3\w{4}-\w{5}-\w{5}$/);
    await press('main a.button');
    expect(await title()).toBe('Bonjour Yann Le Goff');
    await type(codes[3]!);
    expect(await page.locator('#secours-erreur').count()).toBe(1);
    await type(next);
    expect(await title()).toBe('Un nouveau code de secours');
  }, 60_000);

  it('adds a passkey and signs in with it (MFA-02, TST-35)', async () => {
    await enter();
    const { cdp, authenticatorId } = await addPasskey();
    expect(await title()).toBe('Codes de secours');
    const { credentials } = await cdp.send('WebAuthn.getCredentials', { authenticatorId });
    expect(credentials).toMatchObject([{ rpId: 'localhost', isResidentCredential: true }]);
    await context.clearCookies();
    await enter();
    expect(await title()).toBe('Second facteur');
    expect(await page.locator('[data-without-passkey]').isVisible()).toBe(false);
    await press('form[data-passkey] button');
    expect(await title()).toBe('Bonjour Yann Le Goff');
  }, 60_000);

  it('refuses a copy whose counter lags behind (MFA-03, TST-35)', async () => {
    await enter();
    const { cdp, authenticatorId } = await addPasskey();
    await context.clearCookies();
    await enter();
    await setCounter(cdp, authenticatorId, 40);
    await press('form[data-passkey] button');
    expect(await title()).toBe('Bonjour Yann Le Goff');
    await context.clearCookies();
    await enter();
    await setCounter(cdp, authenticatorId, 7);
    await press('form[data-passkey] button');
    expect(await page.textContent('[data-first]')).toContain('refusée par sécurité');
    expect(await title()).toBe('Second facteur');
  }, 60_000);

  it('refuses an answer that is sent a second time (MFA-03, TST-35)', async () => {
    await enter();
    await addPasskey();
    await context.clearCookies();
    await enter();
    const sent = page.waitForRequest((request) => request.method() === 'POST');
    await press('form[data-passkey] button');
    const answer = new URLSearchParams((await sent).postData()!).get('reponse')!;
    expect(JSON.parse(answer)).toMatchObject({ type: 'public-key' });
    await context.clearCookies();
    await enter();
    await page.evaluate(
      `(() => { const form = document.querySelector('form[data-passkey]');
        form.elements.namedItem('reponse').value = ${JSON.stringify(answer)}; })()`,
    );
    await Promise.all([
      page.waitForEvent('load'),
      page.evaluate(`document.querySelector('form[data-passkey]').submit()`),
    ]);
    expect(await page.textContent('[data-first]')).toContain('n’est plus valable');
  }, 60_000);

  it('says so when the device does not answer, and lets one try again', async () => {
    await enter();
    const { cdp, authenticatorId } = await addPasskey();
    await context.clearCookies();
    await enter();
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await page.click('form[data-passkey] button');
    await page.locator('[data-failed]').waitFor({ state: 'visible' });
    await cdp.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await press('form[data-passkey] button');
    expect(await title()).toBe('Bonjour Yann Le Goff');
  }, 60_000);

  it('is no dead end without JavaScript: the page says what passkeys need, and everything else works', async () => {
    await enter();
    await addApp();
    await page.goto(portal.origin + here);
    await addPasskey();
    const plain = await browser.newContext({ locale: 'fr-FR', javaScriptEnabled: false });
    page = await plain.newPage();
    await enter();
    expect(await page.locator('form[data-passkey]').isVisible()).toBe(false);
    expect(await page.textContent('[data-without-passkey]')).toContain('activez JavaScript');
    expect(await page.locator('#code').isVisible()).toBe(true);
    await plain.close();
  }, 60_000);
});
