import { createHmac } from 'node:crypto';

/** HMAC-SHA-256 in hex over the parts, each with its length before it, so that no two lists of parts share a digest. */
export const digestOf = (key: Buffer, ...parts: readonly string[]): string => {
  const hmac = createHmac('sha256', key);
  for (const part of parts) {
    const bytes = Buffer.from(part, 'utf8');
    hmac.update(`${bytes.length}:`).update(bytes);
  }
  return hmac.digest('hex');
};
