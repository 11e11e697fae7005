import { compactDecrypt, importJWK, type JWK } from 'jose';
import type { Sealable } from './sealer.js';

/** Opens what was sealed to auth. Held by auth alone. */
export class Opener {
  private readonly key: ReturnType<typeof importJWK>;

  constructor(privateJwk: JWK) {
    this.key = importJWK(privateJwk, 'ECDH-ES');
  }

  /** The content, or null when it is damaged, sealed to another key, or bound to another request than `binding`. */
  async open(sealed: string, binding: string): Promise<Sealable | null> {
    try {
      const { plaintext } = await compactDecrypt(sealed, await this.key, {
        keyManagementAlgorithms: ['ECDH-ES'],
        contentEncryptionAlgorithms: ['A256GCM'],
      });
      const content = JSON.parse(new TextDecoder().decode(plaintext)) as Sealable;
      return content.binding === binding ? content : null;
    } catch {
      return null;
    }
  }
}
