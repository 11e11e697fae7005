import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** Something happened to somebody's second factors: told where a thief of the key does not read (MFA-05, MFA-06). */
export const secondFactorNotice: Mailing<'second-factor-notice'> = {
  template: openTemplate(new URL('./second-factor-notice', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: true }),
  words: ({ request: { what, askedAt }, locale, links }) => ({
    at: parisDay(askedAt, locale),
    appAdded: what === 'app-added',
    passkeyAdded: what === 'passkey-added',
    appRemoved: what === 'app-removed',
    passkeyRemoved: what === 'passkey-removed',
    reset: what === 'reset-by-manager',
    resetBySupport: what === 'reset-by-support',
    codesIssued: what === 'codes-issued',
    codeUsed: what === 'code-used',
    suspected: what === 'passkey-suspected',
    forgottenKeyUrl: links.forgottenKey(),
  }),
};
