import { records, refuses, type Decision } from '#event-sourcing';
import type { SessionLevel } from '#contracts';
import { later } from '../instant.js';
import { lasts } from './lasts.js';
import type { SessionOpened, Unusual } from './session.events.js';
import type { SessionState } from './session.js';

type Facts = Readonly<{
  sessionId: string;
  userId: string;
  level: SessionLevel;
  towards?: 'full' | 'choose-key';
  enrolBy?: string;
  epoch: number;
  generation: number;
  userAgent: string;
  /** The remembered browser it belongs to, if any. */
  of?: Readonly<{ selector: string; grantedAt: string; expiresAt: string }>;
  /** Why its holder is told of it, if there is a reason (LOG-09). */
  unusual?: Unusual;
  at: string;
}>;

const earlier = (a: string, b: string) => (a < b ? a : b);

/**
 * Opens a session under a secret that was made for it (SES-02): one that already names a session opens nothing. On a remembered
 * browser it is as fresh as the key typed there (SES-08), and ends with it at the latest.
 */
export const openSession = (
  state: SessionState,
  { at, of, ...facts }: Facts,
): Decision<SessionOpened, 'session-exists'> =>
  state.kind !== 'none'
    ? refuses('session-exists')
    : records({
        type: 'SessionOpened',
        data: {
          ...facts,
          openedAt: at,
          authenticatedAt: of?.grantedAt ?? at,
          seenAt: at,
          ...(of === undefined ? {} : { family: of.selector }),
          expiresAt: earlier(later(at, lasts[facts.level]), of?.expiresAt ?? '9999'),
        },
      });
