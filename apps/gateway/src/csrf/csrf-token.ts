import { randomBytes, timingSafeEqual } from 'node:crypto';
import { digestOf } from '#secrets';

/** A token for one form: an HMAC over what the browser's cookie says, and a nonce, so that no two forms carry the same text. */
export const makeCsrfToken = (key: Buffer, binding: string): string => {
  const nonce = randomBytes(16).toString('base64url');
  return `${nonce}.${digestOf(key, 'csrf', binding, nonce)}`;
};

/** Whether we made this token for this binding. Compared in constant time (KEY-14). */
export const isCsrfToken = (key: Buffer, binding: string, token: string): boolean => {
  const [nonce = '', mac = ''] = token.split('.');
  const expected = digestOf(key, 'csrf', binding, nonce);
  return mac.length === expected.length && timingSafeEqual(Buffer.from(mac, 'latin1'), Buffer.from(expected));
};
