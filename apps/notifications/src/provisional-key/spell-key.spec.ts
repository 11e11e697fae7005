import { describe, expect, it } from '@jest/globals';
import { spellKey } from './spell-key.js';

describe('spellKey', () => {
  it('spells eighty bits in four groups of four', () => {
    expect(spellKey(new Uint8Array(10))).toBe('0000-0000-0000-0000');
    expect(spellKey(new Uint8Array(10).fill(255))).toBe('ZZZZ-ZZZZ-ZZZZ-ZZZZ');
    expect(spellKey(Uint8Array.of(0x00, 0x44, 0x32, 0x14, 0xc7, 0x42, 0x54, 0xb6, 0x35, 0xcf))).toBe(
      '0123-4567-89AB-CDEF',
    );
  });

  it('lets every bit count (KEY-12)', () => {
    const spelled = Array.from({ length: 80 }, (_, bit) => {
      const bytes = new Uint8Array(10);
      bytes[bit >> 3] = 128 >> (bit & 7);
      return spellKey(bytes);
    });
    expect(new Set(spelled).size).toBe(80);
  });

  it('uses no letter that looks like another', () => {
    const all = Array.from({ length: 256 }, (_, byte) => spellKey(new Uint8Array(10).fill(byte))).join('');
    expect(all).not.toMatch(/[ILOU]/);
  });

  it('refuses fewer bytes', () => {
    expect(() => spellKey(new Uint8Array(9))).toThrow(RangeError);
  });
});
