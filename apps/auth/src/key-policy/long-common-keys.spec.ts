import { describe, expect, it } from '@jest/globals';
import { longCommonKeys } from './long-common-keys.js';

describe('the list of common keys', () => {
  const ranked = Array.from({ length: 300 }, (_, i) => `mot${i}`);
  const keys = longCommonKeys(['motdepasse', 'bonjour', 'unecletresconnueici', ...ranked]);

  it('has at least 3000 keys that satisfy our length (KEY-04, KEY-05, KEY-08, ASVS 6.2.4)', () => {
    expect([...keys].every((key) => key.length >= 15)).toBe(true);
    expect(keys.size).toBeGreaterThan(3000);
  });

  it.each([
    'unecletresconnueici',
    'bonjourbonjourbonjour',
    'motdepassebonjour',
    'motdepasse123456',
    'azertyuiopqsdfghjklm',
    '000000000000000',
    '1234567890123456',
  ])('holds %s', (key) => {
    expect(keys.has(key)).toBe(true);
  });
});
