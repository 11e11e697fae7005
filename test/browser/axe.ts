import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

type Violation = Readonly<{ id: string; nodes: readonly { html: string; failureSummary: string }[] }>;

/** What axe-core finds wrong with the page as it is now, one line for each place. */
export const violationsIn = async (page: Page): Promise<string[]> => {
  const script = `${axe}; axe.run(document, { iframes: false, resultTypes: ['violations'] })`;
  const { violations } = (await page.evaluate(script)) as { violations: readonly Violation[] };
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html} ${failureSummary}`),
  );
};
