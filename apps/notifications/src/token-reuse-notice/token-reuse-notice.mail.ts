import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** A spent remember-me cookie came back: somebody may have copied it, and the holder is told (SES-06). */
export const tokenReuseNotice: Mailing<'token-reuse-notice'> = {
  template: openTemplate(new URL('./token-reuse-notice', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: false }),
  words: ({ request, locale, links }) => ({
    seenAt: parisDay(request.askedAt, locale),
    forgottenKeyUrl: links.forgottenKey(),
    supportUrl: links.support(),
  }),
};
