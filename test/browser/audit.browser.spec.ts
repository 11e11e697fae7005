import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { freePort } from '../../tools/ports/free-port.js';
import { type RunningPortal, startPortal } from '../access/running-portal.js';
import { violationsIn } from './axe.js';
import { inBrowser, openChromium } from './chromium.js';

/** Where the pictures go; look at them. */
const pictures = process.env['PICTURES'] ?? 'artifacts/pages';

const shapes = [
  { name: 'phone-light', viewport: { width: 390, height: 844 }, colorScheme: 'light' },
  { name: 'desk-dark', viewport: { width: 1280, height: 800 }, colorScheme: 'dark' },
] as const;

/** The real services: what an auditor reads of somebody who signed in a moment ago. */
inBrowser('the audit page in Chromium (GDP-09)', () => {
  let browser: Browser;
  let portal: RunningPortal;
  let token: string;

  beforeAll(async () => {
    portal = await startPortal({ port: await freePort() });
    const { schoolId } = await portal.registerSchool('Auto-école du Lac', 'gerante.lac');
    await portal.firstSignIn(await portal.addUser(schoolId, 'yann.legoff'), 'yann.legoff');
    const auditor = await portal.addOperator('ada.auditrice', 'auditor');
    const entered = await portal.firstSignIn(auditor, 'ada.auditrice');
    token = (await portal.enrolApp(entered.token)).token;
    browser = await openChromium();
    mkdirSync(pictures, { recursive: true });
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    await portal?.stop();
  });

  const enter = async (context: BrowserContext): Promise<Page> => {
    const cookie = { value: token, domain: 'localhost', path: '/', httpOnly: true, secure: true };
    await context.addCookies([{ ...cookie, name: '__Host-trousseau', sameSite: 'Lax' }]);
    return context.newPage();
  };
  const isTooWide = (page: Page) =>
    page.evaluate('document.documentElement.scrollWidth > document.documentElement.clientWidth');

  it.each(shapes)(
    'has no fault that axe finds, in any of its states: $name',
    async ({ name, ...shape }) => {
      const context = await browser.newContext({ ...shape, locale: 'fr-FR' });
      // However slow the machine is, the runner alone decides when it has been too long.
      context.setDefaultTimeout(0);
      const page = await enter(context);
      const look = async (state: string) => {
        await page.screenshot({ path: join(pictures, `audit-${state}.${name}.png`), fullPage: true });
        expect([state, await violationsIn(page), await isTooWide(page)]).toEqual([state, [], false]);
      };
      for (const [state, query] of [
        ['empty', ''],
        ['nobody', '?utilisateur=personne'],
        ['to-come', '?utilisateur=yann.legoff&le=2999-01-01T10:00'],
        ['before', '?utilisateur=yann.legoff&le=2026-01-01T10:00'],
        [
          'backwards',
          '?utilisateur=yann.legoff&du=2026-11-24&au=2026-11-23&motif=Contr%C3%B4le+interne+2026-11',
        ],
        ['quiet', '?utilisateur=yann.legoff&du=2026-01-01&au=2026-01-31&motif=Contr%C3%B4le+interne+2026-11'],
        ['period', '?utilisateur=yann.legoff&du=2026-01-01&motif=Contr%C3%B4le+interne+2026-11'],
        ['found', '?utilisateur=yann.legoff'],
      ] as const) {
        await page.goto(`${portal.origin}/audit${query}`);
        await look(state);
      }

      // From here on by keyboard alone: asked again with the cursor in the field that is wrong, then shown who it is.
      const send = (reason: string) =>
        Promise.all([
          page.waitForEvent('load'),
          page.keyboard.type(reason).then(() => page.keyboard.press('Enter')),
        ]);
      await page.focus('#dossier');
      await page.keyboard.type('2026-114');
      await page.keyboard.press('Tab');
      await send('plainte de Yann Le Goff');
      expect(await page.evaluate('document.activeElement.id')).toBe('motif');
      await look('asked-again');
      await page.keyboard.press('Control+A');
      await send('contrôle interne');
      expect(await page.textContent('#qui-titre ~ dl')).toContain('yann.legoff');
      await look('unlocked');
      await context.close();
    },
    120_000,
  );
});
