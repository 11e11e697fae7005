/** Bytes as text: of Django's salts the characters themselves, otherwise base64. */
export type Encoded = Readonly<{ encoding: 'utf8' | 'base64'; text: string }>;

/** A hash of a key as another system stored it. */
export type LegacyHash = Readonly<
  | { format: 'argon2' | 'bcrypt'; text: string }
  | { format: 'pbkdf2-sha256'; iterations: number; salt: Encoded; hash: string }
  | { format: 'scrypt'; logN: number; blockSize: number; lanes: number; salt: Encoded; hash: string }
  /** Django's `sha1$salt$hex`, of the salt and then the key. */
  | { format: 'salt-then-key'; algorithm: FastDigest; salt: string; hex: string }
  /** LDAP's `{SSHA}base64`, of the key and then the salt: the digest's bytes, then those of the salt. */
  | { format: 'key-then-salt'; algorithm: FastDigest; digestAndSalt: string }
>;

/** Digests so fast that they are never stored as they are. */
export type FastDigest = 'sha1' | 'md5';

export const digestBytes: Readonly<Record<FastDigest, number>> = { sha1: 20, md5: 16 };
