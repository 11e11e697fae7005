import { records, refuses, type Decision } from '#event-sourcing';
import type { SessionEnded } from './session.events.js';
import type { SessionState } from './session.js';

type Facts = Readonly<{ userId: string; reason: SessionEnded['data']['reason'] }>;

/** Ends a session of this user. Somebody else's looks like none (REF-05). */
export const endSession = (
  state: SessionState,
  { userId, reason }: Facts,
): Decision<SessionEnded, 'no-session'> =>
  state.kind !== 'open' || state.session.userId !== userId
    ? refuses('no-session')
    : records({ type: 'SessionEnded', data: { sessionId: state.session.sessionId, userId, reason } });
