import { pbkdf2, scrypt, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { verify as bcrypt } from '@node-rs/bcrypt';
import type { Argon2 } from '../argon2.js';
import { unwrap } from './fast-digest.adapter.js';
import type { Encoded, LegacyHash } from './legacy-hash.js';
import { readLegacyHash } from './read-legacy-hash.js';

const derivePbkdf2 = promisify(pbkdf2);

const deriveScrypt = (
  key: string,
  { salt, hash, logN, blockSize, lanes }: Extract<LegacyHash, { format: 'scrypt' }>,
) =>
  new Promise<Buffer>((resolve, reject) =>
    scrypt(
      key,
      bytesOf(salt),
      fromBase64(hash).length,
      // The bound is OpenSSL's own count, which adds a little to the 128 MiB that are allowed.
      { N: 2 ** logN, r: blockSize, p: lanes, maxmem: 192 * 2 ** 20 },
      (error, derived) => (error ? reject(error) : resolve(derived)),
    ),
  );

/** Whether the stored hash, ours or one from elsewhere, was made of this key. Rejects for what is no hash at all. */
export const verifyStored = async (argon2: Argon2, stored: string, key: string): Promise<boolean> => {
  if (stored.startsWith('$argon2')) return argon2.verify(stored, key);
  const wrapped = unwrap(stored, key);
  if (wrapped !== null) return argon2.verify(wrapped.hash, wrapped.key);
  const legacy = readLegacyHash(stored);
  if (typeof legacy === 'string') return argon2.verify(stored, key);
  switch (legacy.format) {
    case 'bcrypt':
      return bcrypt(key, legacy.text);
    case 'pbkdf2-sha256': {
      const { iterations, salt, hash } = legacy;
      const { length } = fromBase64(hash);
      return same(hash, await derivePbkdf2(key, bytesOf(salt), iterations, length, 'sha256'));
    }
    case 'scrypt':
      return same(legacy.hash, await deriveScrypt(key, legacy));
    default:
      // Argon2 was compared above; a bare digest is wrapped before it is stored.
      return false;
  }
};

const fromBase64 = (text: string) => Buffer.from(text, 'base64');
const bytesOf = ({ encoding, text }: Encoded) => Buffer.from(text, encoding);
const same = (hash: string, derived: Buffer) => timingSafeEqual(fromBase64(hash), derived);
