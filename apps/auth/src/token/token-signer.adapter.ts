import { createPrivateKey, type KeyObject } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { SECRETS } from '#platform';
import { type Secrets, signingKey } from '#secrets';
import type { TokenClaims } from './token-claims.js';

/** Signs tokens with the key whose turn it is (RFC 8725: one algorithm, a type of their own). */
@Injectable()
export class TokenSigner {
  private readonly opened = new Map<string, KeyObject>();

  constructor(@Inject(SECRETS) private readonly secrets: Secrets) {}

  async sign(claims: TokenClaims, now: string): Promise<string> {
    const key = signingKey(await this.secrets.tokenKeys.keys(), now);
    if (key === undefined) throw new Error('there is no key to sign a token with');
    let opened = this.opened.get(key.kid);
    if (opened === undefined) {
      opened = createPrivateKey({ key: key.privateJwk as Record<string, string>, format: 'jwk' });
      this.opened.clear();
      this.opened.set(key.kid, opened);
    }
    const { SignJWT } = await import('jose');
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'EdDSA', typ: 'at+jwt', kid: key.kid })
      .sign(opened);
  }
}
