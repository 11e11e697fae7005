import { createHash, randomBytes } from 'node:crypto';
import { digestOf } from '#secrets';
import { type SessionSecret, sessionIdOf } from './session-secret.js';

/** What the remember-me cookie says: which browser, and the one proof that it is this one (SES-04). */
export type RememberedBrowser = Readonly<{ selector: string; validator: string }>;

/** Everything that follows from a validator: its successor, and the session it opens. */
export type Resumption = Readonly<{ successor: RememberedBrowser; session: SessionSecret }>;

/** 128 bits in hex, 256 bits in base64url. */
const shape = /^([0-9a-f]{32})\.([A-Za-z0-9_-]{43})$/;

/** A browser nobody has remembered yet. */
export const makeRememberedBrowser = (): RememberedBrowser => ({
  selector: randomBytes(16).toString('hex'),
  validator: randomBytes(32).toString('base64url'),
});

/** What this cookie says; null when it is none of ours. */
export const readRememberedBrowser = (cookie: string | undefined): RememberedBrowser | null => {
  const [, selector, validator] = shape.exec(cookie ?? '') ?? [];
  return selector === undefined || validator === undefined ? null : { selector, validator };
};

/** The cookie of this browser. */
export const rememberCookie = ({ selector, validator }: RememberedBrowser): string =>
  `${selector}.${validator}`;

/** All that auth learns of a validator: its SHA-256 in hex. */
export const validatorHashOf = (validator: string): string =>
  createHash('sha256').update(validator).digest('hex');

const secretFrom = (key: Buffer, what: string, { selector, validator }: RememberedBrowser) =>
  Buffer.from(digestOf(key, what, selector, validator), 'hex').toString('base64url');

/**
 * The one successor of a validator, and the one session it opens, derived under a key of the gateway: tabs that race with the same
 * cookie get the same answer, from any replica, and nobody stores a secret to give it again (SES-05).
 */
export const resumptionOf = (key: Buffer, browser: RememberedBrowser): Resumption => {
  const secret = secretFrom(key, 'resumed-session', browser);
  return {
    successor: { selector: browser.selector, validator: secretFrom(key, 'successor', browser) },
    session: { secret, sessionId: sessionIdOf(secret) },
  };
};
