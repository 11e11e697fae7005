import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';
import { keyFile } from './key-file.js';
import type { Secrets } from './secrets.js';

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
    const { privateKey } = await generateKeyPair('ECDH-ES', { crv: 'P-256', extractable: true });
    return JSON.stringify(await exportJWK(privateKey));
  });
  const privateJwk = JSON.parse(text) as JWK;
  const { d: _private, ...publicJwk } = privateJwk;
  return { publicJwk, privateJwk };
};

/** Opens the key files of a folder, making those that are missing (mode 0600). Throws on a damaged file. */
export const openSecrets = async (folder: string): Promise<Secrets> => ({
  masterKey: await symmetricKey(folder, 'master'),
  identifierDigestKey: await symmetricKey(folder, 'identifier-digest'),
  linksKey: await symmetricKey(folder, 'links'),
  devicesKey: await symmetricKey(folder, 'devices'),
  csrfKey: await symmetricKey(folder, 'csrf'),
  sealing: await sealingPair(folder),
});
