import { randomBytes } from 'node:crypto';
import type { JWK } from 'jose';
import { keyFile } from './key-file.js';
import { keysInLines } from './keys-in-lines.js';
import type { Secrets } from './secrets.js';
import { TokenKeyFile } from './token-keys/token-key-file.js';

const symmetricKey = async (folder: string, name: string): Promise<Buffer> => {
  const key = Buffer.from(
    await keyFile(folder, `${name}.key`, () => randomBytes(32).toString('base64url')),
    'base64url',
  );
  if (key.length !== 32) throw new Error(`${name}.key does not hold 32 bytes`);
  return key;
};

const sealingPair = async (folder: string): Promise<Secrets['sealing']> => {
  const text = await keyFile(folder, 'sealing.jwk', async () => {
    const { exportJWK, generateKeyPair } = await import('jose');
    const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'X25519', extractable: true });
    return JSON.stringify(await exportJWK(privateKey));
  });
  const privateJwk = JSON.parse(text) as JWK;
  const { d: _private, ...publicJwk } = privateJwk;
  return { publicJwk, privateJwk };
};

/** The log's name is made with its key and stays with it: a log that changes its name or its key is another log. */
const notaryPair = async (folder: string): Promise<Secrets['notary']> => {
  const text = await keyFile(folder, 'notary.jwk', async () => {
    const { exportJWK, generateKeyPair } = await import('jose');
    const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519', extractable: true });
    const kid = `trousseau.example/log/${randomBytes(8).toString('hex')}`;
    return JSON.stringify({ ...(await exportJWK(privateKey)), kid });
  });
  const privateJwk = JSON.parse(text) as JWK;
  const { d: secret, ...publicJwk } = privateJwk;
  if (privateJwk.crv !== 'Ed25519' || secret === undefined || publicJwk.kid === undefined) {
    throw new Error('notary.jwk does not hold an Ed25519 key and its name');
  }
  return { publicJwk, privateJwk };
};

/** Opens the key files of a folder, making those that are missing (mode 0600). Throws on a damaged file. */
export const openSecrets = async (folder: string): Promise<Secrets> => ({
  masterKeys: await keysInLines(folder, 'master.key'),
  identifierDigestKey: await symmetricKey(folder, 'identifier-digest'),
  linksKey: await symmetricKey(folder, 'links'),
  devicesKey: await symmetricKey(folder, 'devices'),
  rememberKey: await symmetricKey(folder, 'remember'),
  csrfKey: await symmetricKey(folder, 'csrf'),
  busKeys: await keysInLines(folder, 'bus.key'),
  sealing: await sealingPair(folder),
  tokenKeys: await TokenKeyFile.open(folder),
  notary: await notaryPair(folder),
});
