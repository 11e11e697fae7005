import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** A key was chosen or changed: told to every reference address, a recent former one included (FRG-05, REF-04). */
export const keyChangedNotice: Mailing<'key-changed-notice'> = {
  template: openTemplate(new URL('./key-changed-notice', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: true }),
  words: ({ request, locale, links }) => ({
    changedAt: parisDay(request.askedAt, locale),
    firstKey: request.firstKey,
    forgottenKeyUrl: links.forgottenKey(),
    supportUrl: links.support(),
  }),
};
