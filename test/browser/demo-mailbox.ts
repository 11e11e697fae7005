import type { BrowserContext } from 'playwright-core';
import { eventually } from '#event-store/testing';

/** The text of the newest mail to an address whose subject matches; mails take a moment. */
export const mailIn = async (
  context: BrowserContext,
  origin: string,
  address: string,
  subject: RegExp,
): Promise<string> => {
  const mailbox = await context.newPage();
  try {
    const mail = mailbox.locator('.mail-line').filter({ hasText: address }).filter({ hasText: subject });
    await eventually(async () => {
      await mailbox.goto(`${origin}/dev/courriels`);
      if ((await mail.count()) === 0) throw new Error(`no mail to ${address} about ${String(subject)}`);
    });
    const href = await mail.first().getByRole('link').getAttribute('href');
    await mailbox.goto(`${origin}${href}`);
    return (await mailbox.locator('pre').textContent()) ?? '';
  } finally {
    await mailbox.close();
  }
};
