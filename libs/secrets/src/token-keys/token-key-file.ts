import { randomBytes } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { JWK } from 'jose';
import { keyFile, replaceKeyFile } from '../key-file.js';
import { nextSignsFrom, publishedKeys } from './schedule.js';
import type { TokenKey } from './token-key.js';

const NAME = 'tokens.jwks';

type Stored = JWK & Readonly<{ signsFrom?: unknown }>;

/** A change of keys: made, or refused because an earlier one is not over. */
export type Rotated = Readonly<{ outcome: 'done'; key: TokenKey }> | Readonly<{ outcome: 'refused' }>;

/**
 * The file of the keys that sign tokens. It is made with its first key, mode 0600, and read again whenever it has changed: a
 * change of keys needs no restart, on this machine or where the file is mounted anew.
 */
export class TokenKeyFile {
  private version = '';
  private known: readonly TokenKey[] = [];

  private constructor(private readonly folder: string) {}

  /** Rejects when the file is there and damaged. */
  static async open(folder: string): Promise<TokenKeyFile> {
    await keyFile(folder, NAME, async () => written([await newKey(new Date(0).toISOString())]));
    const file = new TokenKeyFile(folder);
    await file.keys();
    return file;
  }

  /** Every key of the file, oldest first. */
  async keys(): Promise<readonly TokenKey[]> {
    const { ino, size, mtimeMs } = await stat(this.path);
    const version = `${ino} ${size} ${mtimeMs}`;
    if (version !== this.version) {
      this.known = read(await readFile(this.path, 'utf8'));
      this.version = version;
    }
    return this.known;
  }

  /** Adds a key that signs as soon as everybody can know it, and lets go of those whose tokens have expired. */
  async rotate(now: string): Promise<Rotated> {
    const keys = await this.keys();
    const signsFrom = nextSignsFrom(keys, now);
    if (signsFrom === null) return { outcome: 'refused' };
    const key = await newKey(signsFrom);
    await this.write([...publishedKeys(keys, now), key]);
    return { outcome: 'done', key };
  }

  /** After a leak: a new key instead of all there are, at once. Every token signed until now is void. */
  async replace(now: string): Promise<TokenKey> {
    const key = await newKey(now);
    await this.write([key]);
    return key;
  }

  private get path(): string {
    return join(this.folder, NAME);
  }

  private write(keys: readonly TokenKey[]): Promise<void> {
    return replaceKeyFile(this.folder, NAME, written(keys));
  }
}

const newKey = async (signsFrom: string): Promise<TokenKey> => {
  const { exportJWK, generateKeyPair } = await import('jose');
  const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
  const kid = randomBytes(8).toString('hex');
  return tokenKey({ ...(await exportJWK(privateKey)), kid }, signsFrom);
};

const tokenKey = (jwk: JWK & { kid: string }, signsFrom: string): TokenKey => {
  const { kty, crv, x, d, kid } = jwk as Required<JWK>;
  const publicJwk = { kty, crv, x, kid, alg: 'EdDSA', use: 'sig' };
  return { kid, signsFrom, publicJwk, privateJwk: { ...publicJwk, d } };
};

const written = (keys: readonly TokenKey[]): string =>
  `${JSON.stringify({ keys: keys.map(({ privateJwk, signsFrom }) => ({ ...privateJwk, signsFrom })) }, null, 2)}\n`;

const read = (text: string): readonly TokenKey[] => {
  const { keys } = JSON.parse(text) as { keys?: readonly Stored[] };
  const found = (keys ?? []).map((jwk) => {
    const { signsFrom } = jwk;
    const usable =
      jwk.crv === 'Ed25519' && jwk.x !== undefined && jwk.d !== undefined && jwk.kid !== undefined;
    if (!usable || typeof signsFrom !== 'string' || Number.isNaN(Date.parse(signsFrom))) {
      throw new Error(`${NAME} holds something that is no Ed25519 key with a name and a time`);
    }
    return tokenKey({ ...jwk, kid: jwk.kid! }, signsFrom);
  });
  if (found.length === 0) throw new Error(`${NAME} holds no key`);
  return found.toSorted((a, b) => (a.signsFrom < b.signsFrom ? -1 : 1));
};
