import { records, refuses, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { SessionsEnded } from './credential.events.js';
import { sessionHolds, type HeldSession } from './session-holds.js';

/** Ends every session, but for `except`: which must be a living one, or naming it would bring it back to life. */
export const endSessions = (
  credential: Credential,
  { except }: Readonly<{ except: HeldSession | null }>,
): Decision<SessionsEnded, 'unknown-user'> => {
  if (credential.kind === 'none') return refuses('unknown-user');
  const keeps = except !== null && sessionHolds(credential, except);
  return records({
    type: 'SessionsEnded',
    data: { epoch: credential.epoch + 1, ...(keeps ? { keptSession: except.sessionId } : {}) },
  });
};
