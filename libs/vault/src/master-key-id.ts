import { createHash } from 'node:crypto';

/** Names a master key without telling it: what it wraps says by which one. */
export const masterKeyId = (key: Buffer): string =>
  createHash('sha256').update('master-key-id').update(key).digest('hex').slice(0, 16);
