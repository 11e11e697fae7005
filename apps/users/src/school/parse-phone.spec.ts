import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parsePhone } from './parse-phone.js';

describe('a phone number', () => {
  it.each([
    ['06 12 34 56 78', '+33612345678'],
    ['06.12.34.56.78', '+33612345678'],
    ['06-12-34-56-78', '+33612345678'],
    ['06\u00a012\u00a034\u00a056\u00a078', '+33612345678'],
    ['+33 6 12 34 56 78', '+33612345678'],
    ['+33 (0)6 12 34 56 78', '+33612345678'],
    ['0033 6 12 34 56 78', '+33612345678'],
    ['01 42 68 53 00', '+33142685300'],
    ['0690 12 34 56', '+590690123456'],
    ['0692 12 34 56', '+262692123456'],
    ['0694 12 34 56', '+594694123456'],
    ['0696 12 34 56', '+596696123456'],
    ['+41 79 123 45 67', '+41791234567'],
    ['00 32 470 12 34 56', '+32470123456'],
  ])('%j is stored as %s', (typed, stored) => {
    expect(parsePhone(typed)).toBe(stored);
  });

  it.each([
    '',
    '12 34 56 78',
    '06 12 34 56 7',
    '06 12 34 56 78 9',
    '+33 6 12 34 56 7',
    '+0 612345678',
    '06 12 34 56 7A',
    '06 12 34 56 78\u0000',
    '++33612345678',
    '+12345678901234567',
  ])('%j is refused', (typed) => {
    expect(parsePhone(typed)).toBeNull();
  });

  it('is itself once parsed', () => {
    const typed = fc.stringMatching(/^[0-9 .+()-]{6,20}$/);
    fc.assert(
      fc.property(typed, (text) => {
        const once = parsePhone(text);
        return once === null || (/^\+[1-9]\d{6,14}$/.test(once) && parsePhone(once) === once);
      }),
    );
  });
});
