import { describe, expect, it } from '@jest/globals';
import { maskPhone } from './mask-phone.js';

describe('a masked number (TEL-10)', () => {
  it.each([
    ['78', '•• •• •• •• 78'],
    ['', ''],
    [null, ''],
  ])('that ends in %j is shown as %j', (lastDigits, shown) => {
    expect(maskPhone(lastDigits)).toBe(shown);
  });
});
