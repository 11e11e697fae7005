import { isIPv4, isIPv6 } from 'node:net';

const mapped = /^::ffff:(\d{1,3}(?:\.\d{1,3}){3})$/i;

/** The first four groups of an IPv6 address, without leading zeros. */
const firstGroups = (address: string): string => {
  const [head = '', tail = ''] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail === '' ? [] : tail.split(':');
  const zeros = address.includes('::') ? Math.max(0, 8 - before.length - after.length) : 0;
  const groups = [...before, ...Array<string>(zeros).fill('0'), ...after].slice(0, 4);
  return groups.map((group) => Number.parseInt(group, 16).toString(16)).join(':');
};

/**
 * The network an address belongs to, `203.0.113.0/24` or `2001:db8:0:1::/64` (LOG-05): throttles count by it, and no
 * whole address is kept. The address is the peer's, or what a configured proxy says of it; a header alone proves nothing.
 * There is none once the peer has hung up: whoever does so counts with all who do.
 */
export const networkPrefix = (address: string | undefined): string => {
  if (address === undefined) return 'unknown';
  const plain = address.split('%')[0] ?? '';
  const v4 = mapped.exec(plain)?.[1] ?? plain;
  if (isIPv4(v4)) return `${v4.split('.').slice(0, 3).join('.')}.0/24`;
  return isIPv6(plain) ? `${firstGroups(plain)}::/64` : 'unknown';
};
