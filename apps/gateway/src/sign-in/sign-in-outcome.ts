import type { Session } from '#contracts';

/** What came of a sign-in. `secret` is the new session's, `device` the new device cookie (LOG-07). */
export type SignInOutcome =
  | Readonly<{ outcome: 'signed-in'; secret: string; session: Session; device?: string | undefined }>
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
