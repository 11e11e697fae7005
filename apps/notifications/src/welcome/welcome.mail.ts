import type { Mailing } from '../letter/mailing.js';
import { parisTime } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** The first key of a new user travels by the same road as any other. */
export const welcome: Mailing<'welcome'> = {
  template: openTemplate(new URL('./welcome', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: false }),
  words: ({ request, issued, locale, links, now }) => ({
    key: issued.key,
    expiresAt: parisTime(issued.expiresAt, locale),
    signInUrl: links.signIn(),
    notMeUrl: links.notMe(request.userId, issued.issueId, now),
  }),
};
