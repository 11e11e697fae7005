import { isIP, isIPv4 } from 'node:net';

/** Networks that go by a name, as the HTTP framework knows them. */
const named: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Whether this is written like the mask of a network: ones, and then zeros. */
const isMask = (text: string): boolean => {
  if (!isIPv4(text)) return false;
  const zeros = ~text.split('.').reduce((bits, byte) => bits * 256 + Number(byte), 0) >>> 0;
  return (zeros & (zeros + 1)) === 0;
};

/** Whether this is an address, a network (`10.0.0.0/8`, `10.0.0.0/255.0.0.0`) or the name of one. */
export const isTrustedProxy = (text: string): boolean => {
  if (named.has(text)) return true;
  const [address = '', range, ...more] = text.split('/');
  const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (longest === 0 || more.length > 0) return false;
  if (range === undefined || (longest === 32 && isMask(range))) return true;
  return /^\d{1,3}$/.test(range) && Number(range) <= longest;
};

/** Whether this network is everybody: whom it trusts could choose their address, and the HTTP framework does not take it. */
export const isWholeInternet = (text: string): boolean => /\/(?:0+|0\.0\.0\.0)$/.test(text);
