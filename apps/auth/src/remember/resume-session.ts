import { records, refuses, type Decision } from '#event-sourcing';
import { later } from '../instant.js';
import { familyHolds, type Holding } from './family-holds.js';
import type { Family, RememberMeRotated, ReuseDetected } from './remember.events.js';
import type { RememberState } from './remember.js';

/** Seconds in which tabs that were opened together may still bring the validator one of them has just spent (SES-05). */
const GRACE = 30;

type Facts = Readonly<{
  /** Whether this is the hash of the validator that was brought. Compared in constant time (KEY-14). */
  isBrought(validatorHash: string): boolean;
  /** What takes its place, and the session it opens: both follow from the validator, so racing tabs ask for the same. */
  successorHash: string;
  sessionId: string;
  userAgent: string;
  holder: Holding | null;
  at: string;
}>;

/**
 * Spends a validator. One rotation per use; the spent one is answered with the same successor for half a minute and never with
 * a sibling (SES-05). Anything else under this selector was once a validator of this family or pretends to be: somebody else
 * has seen the cookie (SES-06).
 */
export const resumeSession = (
  state: RememberState,
  { isBrought, successorHash, sessionId, userAgent, holder, at }: Facts,
): Decision<RememberMeRotated | ReuseDetected, 'not-remembered'> => {
  if (state.kind !== 'open' || at >= state.family.expiresAt) return refuses('not-remembered');
  const { family } = state;
  if (holder === null || !familyHolds(holder, family)) return refuses('not-remembered');
  if (isBrought(family.validatorHash)) {
    const previous = { validatorHash: family.validatorHash, until: later(at, GRACE) };
    const { epoch, generation } = holder;
    const next = { validatorHash: successorHash, previous, sessionId, epoch, generation, userAgent };
    return records({ type: 'RememberMeRotated', data: { ...family, ...next, usedAt: at } });
  }
  if (family.previous !== null && isBrought(family.previous.validatorHash) && at < family.previous.until) {
    return sameSuccessor(family, { successorHash, sessionId }) ? records() : refuses('not-remembered');
  }
  return records({ type: 'ReuseDetected', data: { selector: family.selector, userId: family.userId } });
};

const sameSuccessor = (family: Family, asked: Pick<Facts, 'successorHash' | 'sessionId'>) =>
  family.validatorHash === asked.successorHash && family.sessionId === asked.sessionId;
