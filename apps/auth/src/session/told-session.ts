import type { Session } from '#contracts';
import type { OpenSession } from './session.events.js';

/** What other services are told of a session. */
export const toldSession = ({
  sessionId,
  userId,
  level,
  openedAt,
  authenticatedAt,
  factorAt,
  enrolBy,
  seenAt,
  expiresAt,
}: OpenSession): Session => ({
  sessionId,
  userId,
  level,
  openedAt,
  authenticatedAt,
  ...(factorAt === undefined ? {} : { factorAt }),
  ...(enrolBy === undefined ? {} : { enrolBy }),
  seenAt,
  expiresAt,
});
