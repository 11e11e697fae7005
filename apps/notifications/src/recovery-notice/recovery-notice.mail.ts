import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** A new key was asked for by phone: every address hears of it, a recent former one included, and can stop it (TEL-07). */
export const recoveryNotice: Mailing<'recovery-notice'> = {
  template: openTemplate(new URL('./recovery-notice', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: true }),
  words: ({ request, locale, links }) => ({
    askedAt: parisDay(request.askedAt, locale),
    mailboxLost: request.mailboxLost,
    factorsLost: request.factorsLost === true,
    availableFrom: parisDay(request.availableFrom, locale),
    stopUrl: links.stopRecovery(request.userId, request.caseId, request.askedAt),
    supportUrl: links.support(),
  }),
};
