import type { BrowserContext, Page } from 'playwright-core';
import { startServices } from '#platform/testing';
import { furnish } from '../../apps/gateway/src/pages/testing/furnish.js';
import { standInMailbox } from '../../apps/gateway/src/pages/testing/stand-in-mailbox.js';
import { startGateway } from '../../apps/gateway/src/testing/index.js';

/** Presses something that leads to another page, and waits until that page is there. */
export const press = async (page: Page, selector: string): Promise<void> => {
  await Promise.all([page.waitForEvent('load'), page.locator(selector).first().click()]);
};

/** Presses the main button of the page. */
export const submit = (page: Page): Promise<void> => press(page, 'main form:not(.search) [type=submit]');

/** A portal to look at: the real gateway, with a furnished school and a mailbox that stand in for the services. */
export const openPortal = async () => {
  const gateway = await startGateway();
  furnish(gateway.standIn);
  await startServices(gateway.platform, [standInMailbox]);
  const origin = (await gateway.app.getUrl()).replace('127.0.0.1', 'localhost');
  const signIn = async (context: BrowserContext, userId: string): Promise<Page> => {
    const page = await context.newPage();
    await page.goto(`${origin}/connexion`);
    await page.fill('#identifiant', userId);
    await page.fill('#cle', gateway.standIn.people.get(userId)!.key);
    await submit(page);
    return page;
  };
  return { origin, signIn, gateway, close: () => gateway.stop() };
};

export type Portal = Awaited<ReturnType<typeof openPortal>>;
