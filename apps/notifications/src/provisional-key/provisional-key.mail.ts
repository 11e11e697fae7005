import type { Mailing } from '../letter/mailing.js';
import { parisTime } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** A forgotten key, or one that the manager asked for (FRG-01, FRG-14): to the addresses on file, never to one typed in a form (FRG-07). */
export const provisionalKey: Mailing<'provisional-key'> = {
  template: openTemplate(new URL('./provisional-key', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: false }),
  words: ({ request, issued, locale, links, now }) => ({
    key: issued.key,
    expiresAt: parisTime(issued.expiresAt, locale),
    askedByManager: request.reason === 'asked-by-manager',
    signInUrl: links.signIn(),
    notMeUrl: links.notMe(request.userId, issued.issueId, now),
  }),
};
