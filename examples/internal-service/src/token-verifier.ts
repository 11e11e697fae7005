import { type JWTVerifyGetKey, errors, jwtVerify } from 'jose';
import { type Caller, callerIn } from './caller.js';

type Options = Readonly<{
  /** Where the portal is reached: the `iss` of its tokens. */
  issuer: string;
  /** Our own name, as in TROUSSEAU_TOKEN_AUDIENCES. */
  audience: string;
  /** `createRemoteJWKSet(new URL('/.well-known/jwks.json', issuer))`: fetched once, and again for a key it does not know. */
  keys: JWTVerifyGetKey;
  now?: () => Date;
}>;

/** Verifies tokens without asking anybody: one algorithm, one type, our name, not expired (RFC 8725, 3.1, 3.9, 3.11). */
export class TokenVerifier {
  constructor(private readonly options: Options) {}

  /** Who calls, or null for a token that is worth nothing here. Rejects when the keys cannot be fetched: that is not the caller's fault. */
  async verify(token: string): Promise<Caller | null> {
    const { issuer, audience, keys, now = () => new Date() } = this.options;
    try {
      const { payload } = await jwtVerify(token, keys, {
        algorithms: ['EdDSA'],
        typ: 'at+jwt',
        issuer,
        audience,
        requiredClaims: ['sub', 'sid', 'epoch', 'school', 'role', 'iat', 'exp'],
        currentDate: now(),
      });
      return callerIn(payload);
    } catch (error) {
      const keysAway = error instanceof errors.JWKSTimeout || error instanceof errors.JWKSInvalid;
      if (keysAway || !(error instanceof errors.JOSEError) || error.code === 'ERR_JOSE_GENERIC') throw error;
      return null;
    }
  }
}
