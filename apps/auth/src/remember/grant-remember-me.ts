import { records, refuses, type Decision } from '#event-sourcing';
import { later } from '../instant.js';
import type { Family, RememberMeGranted } from './remember.events.js';
import type { RememberState } from './remember.js';

/** Thirty days from the sign-in, however often it is used (SES-07). */
const LASTS = 30 * 24 * 60 * 60;

type Facts = Pick<
  Family,
  'selector' | 'userId' | 'validatorHash' | 'sessionId' | 'epoch' | 'generation' | 'userAgent'
> &
  Readonly<{ at: string }>;

/** Remembers a browser under a selector made for it: one that already names a browser remembers nothing. */
export const grantRememberMe = (
  state: RememberState,
  { at, ...facts }: Facts,
): Decision<RememberMeGranted, 'selector-taken'> =>
  state.kind !== 'none'
    ? refuses('selector-taken')
    : records({
        type: 'RememberMeGranted',
        data: { ...facts, previous: null, grantedAt: at, usedAt: at, expiresAt: later(at, LASTS) },
      });
