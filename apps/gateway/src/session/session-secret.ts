import { createHash, randomBytes } from 'node:crypto';

/** A session's secret and the id that names it to everybody else. */
export type SessionSecret = Readonly<{ secret: string; sessionId: string }>;

/** What a session secret looks like: 256 bits in base64url. Anything else is not worth a hash. */
const shape = /^[A-Za-z0-9_-]{43}$/;

/** Whether this text can be a session secret at all. */
export const looksLikeSessionSecret = (text: string): boolean => shape.test(text);

/** The id of the session with this secret: its SHA-256 in hex. The secret itself leaves the gateway for nobody but its browser (SES-01). */
export const sessionIdOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** A new secret of 256 random bits (SES-01). */
export const makeSessionSecret = (): SessionSecret => {
  const secret = randomBytes(32).toString('base64url');
  return { secret, sessionId: sessionIdOf(secret) };
};
