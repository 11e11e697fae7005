// @ts-check
// Plain JavaScript, so that a thread can load it from the sources as from the build.
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/**
 * Encrypts with AES-256-GCM under a fresh 96-bit nonce: base64url of nonce, ciphertext, tag. `context` is bound, not hidden.
 * @param {Buffer} key
 * @param {Buffer} plaintext
 * @param {string} context
 * @returns {string}
 */
export const encrypt = (key, plaintext, context) => {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plaintext), cipher.final(), cipher.getAuthTag()]).toString(
    'base64url',
  );
};

/**
 * The plaintext. Throws when the key or the context is not the one it was encrypted under, or a bit was changed.
 * @param {Buffer} key
 * @param {string} envelope
 * @param {string} context
 * @returns {Buffer}
 */
export const decrypt = (key, envelope, context) => {
  const bytes = Buffer.from(envelope, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  })
    .setAAD(Buffer.from(context))
    .setAuthTag(bytes.subarray(-TAG_BYTES));
  const plaintext = decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES));
  // GCM keeps nothing back: it ends with the tag, and throws when that is another one.
  decipher.final();
  return plaintext;
};
