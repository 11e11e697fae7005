import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';

/** Signs with an Ed25519 private key (RFC 8032): the same text always gets the same 64 bytes. */
export const signEd25519 = (privateKey: KeyObject, text: string): Uint8Array =>
  sign(null, Buffer.from(text), privateKey);

/** Whether the signature is that of the raw public key over the text. */
export const verifyEd25519 = (publicKey: Uint8Array, text: string, signature: Uint8Array): boolean => {
  const x = Buffer.from(publicKey).toString('base64url');
  const key = createPublicKey({ format: 'jwk', key: { kty: 'OKP', crv: 'Ed25519', x } });
  return verify(null, Buffer.from(text), key, signature);
};

/** The 32 bytes of the public half of an Ed25519 private key. */
export const rawPublicKey = (key: KeyObject): Uint8Array => {
  const { x } = createPublicKey(key).export({ format: 'jwk' });
  return Buffer.from(x ?? '', 'base64url');
};
