import { createHash } from 'node:crypto';

/** The id of the n-th event a command records in a stream: a UUID (version 8, RFC 9562) that a repeated command makes again. */
export const eventId = (commandId: string, stream: string, index: number): string => {
  const bytes = createHash('sha256')
    .update(JSON.stringify([commandId, stream, index]))
    .digest()
    .subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
};
