import { type KeyObject, createHash, diffieHellman } from 'node:crypto';

export const ENC = 'A256GCM';

const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};

/** The other inputs of the Concat KDF (RFC 7518 4.6.2): algorithm, no party information, 256 bits. */
const otherInfo = Buffer.concat([uint32(ENC.length), Buffer.from(ENC), uint32(0), uint32(0), uint32(256)]);

/** The content key two X25519 keys agree on (RFC 7518 4.6, RFC 8037): one round of SHA-256. */
export const agreedKey = (privateKey: KeyObject, publicKey: KeyObject): Buffer =>
  createHash('sha256')
    .update(uint32(1))
    .update(diffieHellman({ privateKey, publicKey }))
    .update(otherInfo)
    .digest();
