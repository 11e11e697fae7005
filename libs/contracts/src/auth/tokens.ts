import { z } from 'zod';
import { query } from '../request.js';
import { instant, sessionId } from '../vocabulary.js';

/** A token for an internal service, in the name of whoever holds this session; it lasts five minutes (SES-14). Records nothing. */
export const IssueToken = query('auth.issue-token', {
  /** `audience`: which service it is for; the first of TROUSSEAU_TOKEN_AUDIENCES when not given. */
  payload: { sessionId, audience: z.string().max(100).optional() },
  done: { token: z.string(), expiresAt: instant },
  /** `audience-not-known`: not one of the services of TROUSSEAU_TOKEN_AUDIENCES. */
  refused: ['no-session', 'choose-key-first', 'audience-not-known'],
});

/** A public key that verifies tokens (RFC 8037). */
export const tokenKey = z.object({
  kty: z.literal('OKP'),
  crv: z.literal('Ed25519'),
  x: z.string(),
  kid: z.string(),
  alg: z.literal('EdDSA'),
  use: z.literal('sig'),
});

/** The public keys that verify tokens now: one, or two while keys change. */
export const GetTokenKeys = query('auth.get-token-keys', {
  payload: {},
  done: { keys: z.array(tokenKey) },
  refused: ['not-yet'],
});
