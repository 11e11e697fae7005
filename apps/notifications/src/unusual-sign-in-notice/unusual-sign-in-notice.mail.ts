import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** The key was used in a browser that was not known before, or after failures that had made somebody wait (LOG-09). */
export const unusualSignInNotice: Mailing<'unusual-sign-in-notice'> = {
  template: openTemplate(new URL('./unusual-sign-in-notice', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: false }),
  words: ({ request, locale, links }) => ({
    usedAt: parisDay(request.askedAt, locale),
    newBrowser: request.newBrowser,
    browser: request.browser,
    failures: request.failures > 0 && String(request.failures),
    forgottenKeyUrl: links.forgottenKey(),
    supportUrl: links.support(),
  }),
};
