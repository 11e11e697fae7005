import { CompactEncrypt, importJWK, type JWK } from 'jose';

/**
 * What is sealed. `binding` names the one request it belongs to (a session id or a command id): the opener compares it,
 * so a copy taken from the bus opens nothing else.
 */
export type Sealable = Readonly<Record<string, string> & { binding: string }>;

/** Seals secrets to auth, and to nobody else (invariant 1). Standard: compact JWE, ECDH-ES with A256GCM (RFC 7516, RFC 7518). */
export class Sealer {
  private readonly key: ReturnType<typeof importJWK>;

  constructor(publicJwk: JWK) {
    this.key = importJWK(publicJwk, 'ECDH-ES');
  }

  async seal(content: Sealable): Promise<string> {
    return new CompactEncrypt(new TextEncoder().encode(JSON.stringify(content)))
      .setProtectedHeader({ alg: 'ECDH-ES', enc: 'A256GCM' })
      .encrypt(await this.key);
  }
}
