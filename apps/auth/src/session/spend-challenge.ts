import { records, refuses, type Decision } from '#event-sourcing';
import type { Challenge, ChallengeSpent, OpenSession } from './session.events.js';

type Facts = Readonly<{ purpose: Challenge['purpose']; at: string }>;

/** Takes the challenge of a ceremony before its answer is looked at: right or wrong, there is no second try on it (MFA-03). */
export const spendChallenge = (
  { challenge, ...session }: OpenSession,
  { purpose, at }: Facts,
): Decision<ChallengeSpent, 'passkey-not-valid'> =>
  challenge?.purpose !== purpose || at >= challenge.until
    ? refuses('passkey-not-valid')
    : records({ type: 'ChallengeSpent', data: session });
