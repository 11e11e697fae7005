import { records, type Decision } from '#event-sourcing';
import { later } from '../instant.js';
import type { Challenge, ChallengeMade, OpenSession } from './session.events.js';

/** Seconds in which a passkey must have answered (MFA-03). */
const LASTS = 5 * 60;

type Facts = Readonly<{ value: string; purpose: Challenge['purpose']; at: string }>;

/** Begins a passkey ceremony in a living session. One at a time: the one before can no longer end well. */
export const makeChallenge = (session: OpenSession, { value, purpose, at }: Facts): Decision<ChallengeMade> =>
  records({
    type: 'ChallengeMade',
    data: { ...session, challenge: { value, purpose, until: later(at, LASTS) } },
  });
