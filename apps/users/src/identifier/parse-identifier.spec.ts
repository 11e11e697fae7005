import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { parseIdentifier } from './parse-identifier.js';

describe('an identifier', () => {
  it.each([
    ['marie.dupont', 'marie.dupont'],
    ['  Marie_Dupont-2 ', 'marie_dupont-2'],
    ['ＭＡＲＩＥ', 'marie'],
    ['Zoé', 'zoé'],
    ['Zoe\u0301', 'zoé'],
  ])('is stored under one spelling: %j', (typed, stored) => {
    expect(parseIdentifier(typed)).toBe(stored);
  });

  it.each([
    '',
    'ab',
    'a'.repeat(65),
    'marie dupont',
    'marie@exemple.fr',
    'mаrie',
    'ma\nrie',
    'ma\u0000rie',
    'ma\ud800e',
  ])('is refused: %j', (typed) => {
    expect(parseIdentifier(typed)).toBeNull();
  });

  it('is itself once parsed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const once = parseIdentifier(typed);
        return once === null || parseIdentifier(once) === once;
      }),
    );
  });
});
