import type { Session } from '#contracts';
import type { RememberedBrowser } from '../session/remembered-browser.js';

/** What came of a sign-in. `secret` is the new session's, `device` the new device cookie (LOG-07). */
export type SignInOutcome =
  | Readonly<{
      outcome: 'signed-in';
      secret: string;
      session: Session;
      device?: string | undefined;
      /** The browser is remembered; its cookie is to be set. */
      remembered?: Readonly<{ browser: RememberedBrowser; expiresAt: string }> | undefined;
      /** That was asked for, and is not offered to this person (SES-09). */
      notRemembered: boolean;
    }>
  | SignInRefused;

/**
 * `not-filled-in` and `not-readable` (too long, not text, not one value) never reached auth; the others are auth's,
 * `retryAfter` in seconds.
 */
export type SignInRefused = Readonly<{
  outcome: 'refused';
  reason: 'wrong-pair' | 'too-many-attempts' | 'busy' | 'not-filled-in' | 'not-readable';
  retryAfter?: number | undefined;
}>;
