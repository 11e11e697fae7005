import { describe, expect, it } from '@jest/globals';
import { makeRecoveryCodes, spellCode } from './recovery-codes.js';

describe('recovery codes', () => {
  it('are ten, numbered by their first digit, with 70 random bits each (MFA-05)', () => {
    const sets = Array.from({ length: 50 }, makeRecoveryCodes);
    for (const codes of sets) {
      expect(codes.map((code) => code[0]).join('')).toBe('0123456789');
      for (const code of codes) expect(code).toMatch(/^\d[0-9A-HJKMNP-TV-Z]{14}$/);
    }
    expect(new Set(sets.flat().map((code) => code.slice(1))).size).toBe(500);
    // Every letter of the alphabet comes up: 7000 draws leave one of 32 out once in 10^95.
    expect(new Set(sets.flat().join('')).size).toBe(32);
  });

  it('are spelled in groups of five', () => {
    expect(spellCode('3XK7P2NQZV8TR5W')).toBe('3XK7P-2NQZV-8TR5W');
  });
});
