import {
  createCipheriv,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomBytes,
} from 'node:crypto';
import { agreedKey, ENC } from './ecdh-es.js';

/**
 * What is sealed. `binding` names the one request it belongs to (a session id or a command id): the opener compares it,
 * so a copy taken from the bus opens nothing else.
 */
export type Sealable = Readonly<Record<string, string> & { binding: string }>;

/** Milliseconds for which one agreement with auth serves; its content key is all that is kept of it. */
const SERVES_FOR = 60_000;

type Agreement = Readonly<{ header: string; contentKey: Buffer; until: number }>;

const base64url = (bytes: string | Buffer) => Buffer.from(bytes).toString('base64url');

/**
 * Seals secrets to auth, and to nobody else (invariant 1): a compact JWE (RFC 7516), ECDH-ES on X25519 with A256GCM.
 * On `node:crypto`, at once: see decision 0013 for why, and the spec for its agreement with another implementation.
 */
export class Sealer {
  private readonly key: KeyObject;
  private agreement: Agreement | undefined;

  /** `publicJwk`: an OKP key on X25519. */
  constructor(publicJwk: JsonWebKey) {
    this.key = createPublicKey({ key: publicJwk, format: 'jwk' });
  }

  async seal(content: Sealable): Promise<string> {
    const { header, contentKey } = this.agreed();
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', contentKey, nonce).setAAD(Buffer.from(header));
    const text = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
    return [header, '', base64url(nonce), base64url(text), base64url(cipher.getAuthTag())].join('.');
  }
  /** The agreement of this minute: making one costs ten times what sealing with it does. */
  private agreed(): Agreement {
    const now = performance.now();
    if (this.agreement === undefined || this.agreement.until <= now) {
      const ephemeral = generateKeyPairSync('x25519');
      const epk = ephemeral.publicKey.export({ format: 'jwk' });
      this.agreement = {
        header: base64url(JSON.stringify({ alg: 'ECDH-ES', enc: ENC, epk })),
        contentKey: agreedKey(ephemeral.privateKey, this.key),
        until: now + SERVES_FOR,
      };
    }
    return this.agreement;
  }
}
