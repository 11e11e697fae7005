import { records, refuses, type Decision } from '#event-sourcing';
import { later } from '../instant.js';
import { lasts } from './lasts.js';
import type { OpenSession, SessionContinued } from './session.events.js';
import type { SessionState } from './session.js';

type Facts = Readonly<{
  /** The living session it goes on from. */
  before: OpenSession;
  sessionId: string;
  level: 'full' | 'choose-key';
  /** The credential's now. */
  epoch: number;
  generation: number;
  /** Whether a second factor has just been given. */
  factorGiven: boolean;
  /** The remembered browser it now belongs to, if any. */
  of?: Readonly<{ selector: string; expiresAt: string }>;
  at: string;
}>;

const earlier = (a: string, b: string) => (a < b ? a : b);

/**
 * Goes on with what a session was, under a secret made for it: a step up never happens under a secret that was there before
 * (SES-02). It lives no longer than the session before it, unless that was for one step alone.
 */
export const continueSession = (
  state: SessionState,
  { before, sessionId, level, epoch, generation, factorGiven, of, at }: Facts,
): Decision<SessionContinued, 'session-exists'> => {
  if (state.kind !== 'none') return refuses('session-exists');
  const { challenge: _challenge, towards: _towards, enrolBy: _enrolBy, ...kept } = before;
  const end = before.level === 'full' ? before.expiresAt : later(at, lasts[level]);
  return records({
    type: 'SessionContinued',
    data: {
      ...kept,
      sessionId,
      level,
      epoch,
      generation,
      ...(factorGiven ? { factorAt: at } : {}),
      ...(of === undefined ? {} : { family: of.selector }),
      seenAt: at,
      expiresAt: earlier(end, of?.expiresAt ?? '9999'),
      from: before.sessionId,
      signsIn: before.level !== 'full',
    },
  });
};
