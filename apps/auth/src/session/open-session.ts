import { records, refuses, type Decision } from '#event-sourcing';
import type { SessionLevel } from '#contracts';
import { later } from '../instant.js';
import type { SessionOpened } from './session.events.js';
import type { SessionState } from './session.js';

/** Seconds a session may last however busy it is (SES-03); one that only chooses a key needs less. */
const LASTS: Readonly<Record<SessionLevel, number>> = { full: 12 * 60 * 60, 'choose-key': 15 * 60 };

type Facts = Readonly<{
  sessionId: string;
  userId: string;
  level: SessionLevel;
  epoch: number;
  generation: number;
  userAgent: string;
  at: string;
}>;

/** Opens a session under a secret that was made for it (SES-02): one that already names a session opens nothing. */
export const openSession = (
  state: SessionState,
  { at, ...facts }: Facts,
): Decision<SessionOpened, 'session-exists'> =>
  state.kind !== 'none'
    ? refuses('session-exists')
    : records({
        type: 'SessionOpened',
        data: {
          ...facts,
          openedAt: at,
          authenticatedAt: at,
          seenAt: at,
          expiresAt: later(at, LASTS[facts.level]),
        },
      });
