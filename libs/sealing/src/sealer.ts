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

const base64url = (bytes: string | Buffer) => Buffer.from(bytes).toString('base64url');

/**
 * Seals secrets to auth, and to nobody else (invariant 1): a compact JWE (RFC 7516), ECDH-ES on X25519 with A256GCM.
 * On `node:crypto`, at once: see decision 0013 for why, and the spec for its agreement with another implementation.
 */
export class Sealer {
  private readonly key: KeyObject;

  /** `publicJwk`: an OKP key on X25519. */
  constructor(publicJwk: JsonWebKey) {
    this.key = createPublicKey({ key: publicJwk, format: 'jwk' });
  }

  async seal(content: Sealable): Promise<string> {
    const ephemeral = generateKeyPairSync('x25519');
    const epk = ephemeral.publicKey.export({ format: 'jwk' });
    const header = base64url(JSON.stringify({ alg: 'ECDH-ES', enc: ENC, epk }));
    const nonce = randomBytes(12);
    const cipher = createCipheriv('aes-256-gcm', agreedKey(ephemeral.privateKey, this.key), nonce).setAAD(
      Buffer.from(header),
    );
    const text = Buffer.concat([cipher.update(JSON.stringify(content), 'utf8'), cipher.final()]);
    return [header, '', base64url(nonce), base64url(text), base64url(cipher.getAuthTag())].join('.');
  }
}
