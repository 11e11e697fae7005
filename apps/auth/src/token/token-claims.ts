import type { Profile } from '#contracts';
import { later } from '../instant.js';
import type { OpenSession } from '../session/session.events.js';

/** Seconds a token lasts (SES-14): nobody can take it back, only wait. */
export const TOKEN_LASTS = 5 * 60;

/** What a token says (RFC 9068 where it applies; there is no client apart from the user). */
export type TokenClaims = Readonly<{
  iss: string;
  aud: string;
  sub: string;
  school: string;
  role: Profile['role'];
  /** The session's id. It opens nothing; whoever hears of ended sessions knows the token by it. */
  sid: string;
  /** The credential's epoch the session belongs to: a message with a later one has ended it (decision 0004). */
  epoch: number;
  jti: string;
  iat: number;
  exp: number;
}>;

type Facts = Readonly<{
  issuer: string;
  audience: string;
  session: OpenSession;
  profile: Pick<Profile, 'schoolId' | 'role'>;
  id: string;
  at: string;
}>;

/** Seconds since 1970, as JWT counts (RFC 7519, 2). */
const numeric = (at: string) => Math.floor(Date.parse(at) / 1000);

/** The claims of a token made now. It never outlives the session it was made from. */
export const tokenClaims = ({ issuer, audience, session, profile, id, at }: Facts): TokenClaims => ({
  iss: issuer,
  aud: audience,
  sub: session.userId,
  school: profile.schoolId,
  role: profile.role,
  sid: session.sessionId,
  epoch: session.epoch,
  jti: id,
  iat: numeric(at),
  exp: Math.min(numeric(later(at, TOKEN_LASTS)), numeric(session.expiresAt)),
});
