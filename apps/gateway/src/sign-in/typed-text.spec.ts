import { describe, expect, it } from '@jest/globals';
import { unsealable } from './chosen-key.js';
import { isLine, isText, isTypedIdentifier, isTypedKey } from './typed-text.js';

describe('typed text', () => {
  it('may hold anything printable, in any script', () => {
    for (const text of ['Clé d’été', '漢字', '🔑🚗', 'a  b', 'é']) {
      expect([isText(text), isLine(text)]).toEqual([true, true]);
    }
  });

  it('is no text with NUL or half a character in it', () => {
    for (const text of ['\0', 'a\ud800', '\udc00b', '\ude00\ud83d']) {
      expect([isText(text), isLine(text)]).toEqual([false, false]);
    }
  });

  it('is no line with a control character in it: nobody’s log or mail is to be forged (EML-06, AUD-04)', () => {
    for (const text of ['a\r\nb', 'a\tb', '\u001b[31m', '\u0085']) expect(isLine(text)).toBe(false);
  });

  it('is an identifier or a key only as one string of bounded length (KEY-03)', () => {
    for (const value of [undefined, null, 1, {}, [], ['a']]) {
      expect([isTypedIdentifier(value), isTypedKey(value)]).toEqual([false, false]);
    }
    expect(isTypedKey('🔑'.repeat(256))).toBe(true);
    expect(isTypedKey('🔑'.repeat(257))).toBe(false);
    expect(isTypedIdentifier('a'.repeat(257))).toBe(false);
  });

  it('is refused as a new key for the same reasons, by name', () => {
    expect(unsealable('🔑'.repeat(256))).toBeNull();
    expect(unsealable('x'.repeat(257))).toBe('key-too-long');
    expect(unsealable('x\0')).toBe('key-not-text');
  });
});
