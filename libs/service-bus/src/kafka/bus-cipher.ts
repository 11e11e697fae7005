import { createCipheriv, createDecipheriv, createHash, createHmac, randomBytes } from 'node:crypto';

const VERSION = 1;
const ID_BYTES = 8;
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + ID_BYTES + SALT_BYTES + NONCE_BYTES;

/** Names a key without telling it. */
const idOf = (key: Buffer): Buffer =>
  createHash('sha256').update('trousseau bus key id').update(key).digest().subarray(0, ID_BYTES);

/** A key for one message: random nonces under one key would be good for 2^32 messages only (NIST SP 800-38D, 8.3). */
const messageKey = (key: Buffer, salt: Buffer): Buffer =>
  createHmac('sha256', key).update('trousseau bus message').update(salt).digest();

/**
 * Encrypts what requests and replies hold, so that neither the broker nor its disks can read it (EVT-05): AES-256-GCM, the id of
 * the key in front. Two keys may be known at a time; the first encrypts.
 */
export class BusCipher {
  private readonly keys: ReadonlyMap<string, Buffer>;
  private readonly current: Readonly<{ id: Buffer; key: Buffer }>;

  constructor(keys: readonly Buffer[]) {
    const [first] = keys;
    if (first === undefined) throw new Error('the bus needs a key');
    this.current = { id: idOf(first), key: first };
    this.keys = new Map(keys.map((key) => [idOf(key).toString('hex'), key]));
  }

  /** `context` is bound to the text: in another place it does not open. */
  encrypt(text: string, context: string): Buffer {
    const salt = randomBytes(SALT_BYTES);
    const nonce = randomBytes(NONCE_BYTES);
    const head = Buffer.concat([Buffer.from([VERSION]), this.current.id, salt, nonce]);
    const cipher = createCipheriv('aes-256-gcm', messageKey(this.current.key, salt), nonce).setAAD(
      Buffer.concat([head, Buffer.from(context)]),
    );
    return Buffer.concat([head, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]);
  }

  /** The text, or null when it is damaged, stands in another context, or its key is not known here. */
  decrypt(sealed: Buffer, context: string): string | null {
    if (sealed.length < HEAD_BYTES + TAG_BYTES || sealed[0] !== VERSION) return null;
    const head = sealed.subarray(0, HEAD_BYTES);
    const key = this.keys.get(head.subarray(1, 1 + ID_BYTES).toString('hex'));
    if (key === undefined) return null;
    const salt = head.subarray(1 + ID_BYTES, 1 + ID_BYTES + SALT_BYTES);
    try {
      const decipher = createDecipheriv('aes-256-gcm', messageKey(key, salt), head.subarray(-NONCE_BYTES), {
        authTagLength: TAG_BYTES,
      })
        .setAAD(Buffer.concat([head, Buffer.from(context)]))
        .setAuthTag(sealed.subarray(-TAG_BYTES));
      return (
        decipher.update(sealed.subarray(HEAD_BYTES, -TAG_BYTES), undefined, 'utf8') + decipher.final('utf8')
      );
    } catch {
      return null;
    }
  }
}
