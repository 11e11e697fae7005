import { describe, expect, it } from '@jest/globals';
import { plainText, searchedWords, sortKey } from './plain-text.js';

describe('plain text', () => {
  it('knows neither accents nor case', () => {
    expect(plainText('ZOÉ Müller-Çelik')).toBe('zoe muller-celik');
    expect(plainText('Zoe\u0301')).toBe('zoe');
  });

  it('makes bounded keys', () => {
    expect(sortKey('É'.repeat(100))).toBe('e'.repeat(64));
    expect(sortKey('🚗'.repeat(100))).toBe('🚗'.repeat(64));
  });

  it('is searched word by word', () => {
    expect(searchedWords('  Zoé  DUPONT ')).toEqual(['zoe', 'dupont']);
    expect(searchedWords(' ')).toEqual([]);
    expect(searchedWords('a b c d e f g h i j')).toHaveLength(8);
  });
});
