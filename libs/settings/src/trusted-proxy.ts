import { isIP, isIPv4 } from 'node:net';

/** Networks that go by a name, as the HTTP framework knows them. */
const named: ReadonlySet<string> = new Set(['loopback', 'linklocal', 'uniquelocal']);

/** Whether this is an address, a network (`10.0.0.0/8`, `10.0.0.0/255.0.0.0`) or the name of one. */
export const isTrustedProxy = (text: string): boolean => {
  if (named.has(text)) return true;
  const [address = '', range, ...more] = text.split('/');
  const longest = { 0: 0, 4: 32, 6: 128 }[isIP(address)] ?? 0;
  if (longest === 0 || more.length > 0) return false;
  if (range === undefined || (longest === 32 && isIPv4(range))) return true;
  return /^\d{1,3}$/.test(range) && Number(range) <= longest;
};
