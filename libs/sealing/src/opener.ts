import {
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  type JsonWebKey,
  type KeyObject,
} from 'node:crypto';
import { agreedKey, ENC } from './ecdh-es.js';
import type { Sealable } from './sealer.js';

type Header = Readonly<{ alg?: unknown; enc?: unknown; epk?: JsonWebKey }>;

/** A few for each gateway there may be. */
const REMEMBERED = 64;

const bytes = (text: string) => Buffer.from(text, 'base64url');

/** Opens what was sealed to auth. Held by auth alone. */
export class Opener {
  private readonly key: KeyObject;
  private readonly agreed = new Map<string, Buffer>();

  /** `privateJwk`: an OKP key on X25519. */
  constructor(privateJwk: JsonWebKey) {
    this.key = createPrivateKey({ key: privateJwk, format: 'jwk' });
  }

  /** The content, or null when it is damaged, sealed to another key, or bound to another request than `binding`. */
  async open(sealed: string, binding: string): Promise<Sealable | null> {
    try {
      const content = JSON.parse(this.decrypt(sealed).toString()) as Sealable;
      return content.binding === binding ? content : null;
    } catch {
      return null;
    }
  }

  private decrypt(sealed: string): Buffer {
    const [header = '', encryptedKey, nonce = '', text = '', tag = '', ...rest] = sealed.split('.');
    if (encryptedKey !== '' || rest.length > 0) throw new Error('another kind of JWE');
    const decipher = createDecipheriv('aes-256-gcm', this.contentKey(header), bytes(nonce), {
      authTagLength: 16,
    })
      .setAAD(Buffer.from(header))
      .setAuthTag(bytes(tag));
    return Buffer.concat([decipher.update(bytes(text)), decipher.final()]);
  }
  /** The content key a header agrees on. A sealer uses one header for a minute: the latest are remembered. */
  private contentKey(header: string): Buffer {
    const known = this.agreed.get(header);
    if (known !== undefined) return known;
    const { alg, enc, epk } = JSON.parse(bytes(header).toString()) as Header;
    if (alg !== 'ECDH-ES' || enc !== ENC || epk === undefined) throw new Error('another kind of JWE');
    const contentKey = agreedKey(this.key, createPublicKey({ key: epk, format: 'jwk' }));
    if (this.agreed.size >= REMEMBERED) this.agreed.delete(this.agreed.keys().next().value!);
    this.agreed.set(header, contentKey);
    return contentKey;
  }
}
