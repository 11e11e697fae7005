import type { Mailing } from '../letter/mailing.js';
import { parisTime } from '../letter/paris-time.js';
import { openTemplate } from '../letter/template.js';

/** The second proof of a recovery by phone: to the addresses on file, in force, and to no former one (TEL-06). */
export const recoveryProof: Mailing<'recovery-proof'> = {
  template: openTemplate(new URL('./recovery-proof', import.meta.url)),
  audience: () => ({ kind: 'references', formerToo: false }),
  words: ({ issued, locale, links }) => ({
    key: issued.key,
    expiresAt: parisTime(issued.expiresAt, locale),
    supportUrl: links.support(),
  }),
};
