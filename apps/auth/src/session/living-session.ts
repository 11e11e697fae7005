import { later } from '../instant.js';
import type { OpenSession } from './session.events.js';
import type { SessionState } from './session.js';

/** A session nobody uses for half an hour is over (SES-03). */
const IDLE = 30 * 60;

/**
 * The session, if it has neither ended nor expired nor been left alone too long. Whether its epoch still lasts is for
 * the credential to say (`session-holds.ts`).
 */
export const livingSession = (state: SessionState, now: string): OpenSession | null => {
  if (state.kind !== 'open') return null;
  const { session } = state;
  return now < session.expiresAt && now < later(session.seenAt, IDLE) ? session : null;
};
