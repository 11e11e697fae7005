import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** Support told a manager their identifier on the phone; the reference addresses get it in writing, and never a key with it (EML-04). */
export const identifierDisclosed: Mailing<'identifier-disclosed'> = {
  template: openTemplate(new URL('./identifier-disclosed', import.meta.url)),
  audience: ({ caseId }) => ({ kind: 'identifier', caseId }),
  words: ({ request, locale, links }) => ({
    toldAt: parisDay(request.askedAt, locale),
    signInUrl: links.signIn(),
    supportUrl: links.support(),
  }),
};
