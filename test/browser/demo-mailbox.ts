import type { BrowserContext } from 'playwright-core';

/** The text of the newest mail to an address whose subject matches; mails take a moment. */
export const mailIn = async (
  context: BrowserContext,
  origin: string,
  address: string,
  subject: RegExp,
): Promise<string> => {
  const mailbox = await context.newPage();
  try {
    for (let tries = 0; tries < 100; tries += 1) {
      await mailbox.goto(`${origin}/dev/courriels`);
      const mail = mailbox.locator('.mail-line').filter({ hasText: address }).filter({ hasText: subject });
      if ((await mail.count()) > 0) {
        const href = await mail.first().getByRole('link').getAttribute('href');
        await mailbox.goto(`${origin}${href}`);
        return (await mailbox.locator('pre').textContent()) ?? '';
      }
      await mailbox.waitForTimeout(100);
    }
    throw new Error(`no mail to ${address} about ${String(subject)}`);
  } finally {
    await mailbox.close();
  }
};
