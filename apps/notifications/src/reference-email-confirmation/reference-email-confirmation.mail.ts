import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';
import { secondsAfter } from '../mail/instant.js';

const DAY = 24 * 60 * 60;

/** The new address is asked to confirm (REF-02). */
export const referenceEmailConfirmation: Mailing<'reference-email-confirmation'> = {
  template: openTemplate(new URL('./reference-email-confirmation', import.meta.url)),
  audience: ({ changeId }) => ({ kind: 'change-new', changeId }),
  words: ({ request: { userId, changeId, askedAt }, locale, links }) => ({
    confirmBefore: parisDay(secondsAfter(askedAt, DAY), locale),
    confirmUrl: links.confirmNew(userId, changeId, askedAt),
  }),
};
