import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** The addresses that are in place after a change learn of it too (REF-03). */
export const referenceEmailInPlaceNotice: Mailing<'reference-email-in-place-notice'> = {
  template: openTemplate(new URL('./reference-email-in-place-notice', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: false }),
  words: ({ request, locale, links }) => ({
    changedAt: parisDay(request.askedAt, locale),
    forgottenKeyUrl: links.forgottenKey(),
  }),
};
