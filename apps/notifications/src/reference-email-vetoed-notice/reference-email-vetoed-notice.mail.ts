import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** A change was vetoed: told to the addresses that stay (REF-04). */
export const referenceEmailVetoedNotice: Mailing<'reference-email-vetoed-notice'> = {
  template: openTemplate(new URL('./reference-email-vetoed-notice', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: false }),
  words: ({ request, locale, links }) => ({
    changedAt: parisDay(request.askedAt, locale),
    forgottenKeyUrl: links.forgottenKey(),
  }),
};
