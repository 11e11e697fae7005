import { createHash } from 'node:crypto';
import { digestBytes, type FastDigest, type LegacyHash } from './legacy-hash.js';

type Fast = Extract<LegacyHash, { format: 'salt-then-key' | 'key-then-salt' }>;
type Salting = Readonly<{ algorithm: FastDigest; order: Fast['format']; salt: Buffer }>;

/** `$wrapped$sha1$salt-then-key$<salt in base64url>` and then the argon2id hash of the digest in hex. */
const shape = /^\$wrapped\$(sha1|md5)\$(salt-then-key|key-then-salt)\$([\w-]+)(\$argon2id\$.+)$/;

const prefixOf = ({ algorithm, order, salt }: Salting) =>
  `$wrapped$${algorithm}$${order}$${salt.toString('base64url')}`;

/** A salted SHA-1 or MD5 inside an argon2id hash: it costs as much to guess as any other, and no bare digest is stored. */
export const wrap = async (legacy: Fast, slowly: (digest: string) => Promise<string>): Promise<string> => {
  const { algorithm, format: order } = legacy;
  if (legacy.format === 'salt-then-key') {
    return prefixOf({ algorithm, order, salt: Buffer.from(legacy.salt) }) + (await slowly(legacy.hex));
  }
  const bytes = Buffer.from(legacy.digestAndSalt, 'base64');
  const [digest, salt] = [bytes.subarray(0, digestBytes[algorithm]), bytes.subarray(digestBytes[algorithm])];
  return prefixOf({ algorithm, order, salt }) + (await slowly(digest.toString('hex')));
};

/** What to compare for a wrapped hash: the argon2id hash, and the digest of the key in its place; null for any other hash. */
export const unwrap = (stored: string, key: string): Readonly<{ hash: string; key: string }> | null => {
  const [, algorithm, order, salt, hash] = shape.exec(stored) ?? [];
  if (algorithm === undefined || salt === undefined || hash === undefined) return null;
  const parts = [Buffer.from(salt, 'base64url'), Buffer.from(key)];
  const digest = createHash(algorithm);
  for (const part of order === 'salt-then-key' ? parts : parts.reverse()) digest.update(part);
  return { hash, key: digest.digest('hex') };
};
