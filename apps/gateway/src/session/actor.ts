import type { Actor } from '#contracts';
import type { SignedIn } from './signed-in.js';

/** The person as other services are told of them in commands and queries. */
export const actorOf = ({ session }: SignedIn): Actor => ({
  kind: 'user',
  userId: session.userId,
  sessionId: session.sessionId,
});
