import type { Mailing } from '../letter/mailing.js';
import { parisDay } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** The former address learns that it was replaced, and can still bring itself back (REF-04). */
export const referenceEmailChangedNotice: Mailing<'reference-email-changed-notice'> = {
  template: openTemplate(new URL('./reference-email-changed-notice', import.meta.url)),
  audience: ({ changeId }) => ({ kind: 'change-old', changeId }),
  words: ({ request: { userId, changeId, askedAt }, locale, links }) => ({
    changedAt: parisDay(askedAt, locale),
    // Signed from the change on; users alone knows the request and counts its seven days from there.
    vetoUrl: links.veto(userId, changeId, askedAt),
  }),
};
