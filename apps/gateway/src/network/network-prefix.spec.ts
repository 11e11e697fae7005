import { describe, expect, it } from '@jest/globals';
import { networkPrefix } from './network-prefix.js';

describe('networkPrefix (LOG-05)', () => {
  it.each([
    ['203.0.113.77', '203.0.113.0/24'],
    ['::ffff:203.0.113.77', '203.0.113.0/24'],
    ['2001:db8:0:1:aaaa:bbbb:cccc:dddd', '2001:db8:0:1::/64'],
    ['2001:0db8:0000:0001::9', '2001:db8:0:1::/64'],
    ['2001:db8::1', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['1::', '1:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['', 'unknown'],
    ['203.0.113', 'unknown'],
    ['not an address', 'unknown'],
  ])('%s is of %s', (address, prefix) => {
    expect(networkPrefix(address)).toBe(prefix);
  });

  it('is unknown of a caller who has hung up: their socket no longer says where it led (TST-26)', () => {
    expect(networkPrefix(undefined)).toBe('unknown');
  });

  it('gives one name to one network however its address is written', () => {
    const spellings = ['2001:DB8::1', '2001:db8:0:0::2', '2001:0DB8:0::0:3', '2001:db8:0:0:1:2:3:4'];
    expect(new Set(spellings.map(networkPrefix)).size).toBe(1);
  });
});
