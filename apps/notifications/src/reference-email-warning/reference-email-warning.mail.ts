import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';
import { secondsAfter } from '../mail/instant.js';

const HOUR = 60 * 60;
const COOL_OFF = 72 * HOUR;
const VETO = 7 * 24 * HOUR;

/** The old address is told before anything changes: it accepts or vetoes, or, said to be unusable, may still veto (REF-02, REF-04). */
export const referenceEmailWarning: Mailing<'reference-email-warning'> = {
  template: openTemplate(new URL('./reference-email-warning', import.meta.url)),
  audience: ({ changeId }) => ({ kind: 'change-old', changeId }),
  words: ({ request: { userId, changeId, askedAt, oldAddressUnusable }, locale, links }) => ({
    oldAddressUnusable,
    effectiveFrom: parisDay(secondsAfter(askedAt, COOL_OFF), locale),
    vetoBefore: parisDay(secondsAfter(askedAt, VETO), locale),
    acceptUrl: links.acceptOld(userId, changeId, askedAt),
    vetoUrl: links.veto(userId, changeId, askedAt),
  }),
};
