import { describe, expect, it } from '@jest/globals';
import { preferredLocale } from './preferred-locale.js';

describe('preferredLocale', () => {
  it.each([
    [undefined, 'fr'],
    ['', 'fr'],
    ['fr-FR,fr;q=0.9,en;q=0.8', 'fr'],
    ['en-GB,en;q=0.9', 'en'],
    ['en;q=0.5,fr;q=0.5', 'fr'],
    ['de,en;q=0.3', 'en'],
    ['de', 'fr'],
    ['*', 'fr'],
    ['en;q=0', 'fr'],
    ['en;q=nonsense', 'fr'],
    ['EN-us', 'en'],
    [',;=,,', 'fr'],
  ] as const)('%p reads %s', (header, locale) => {
    expect(preferredLocale(header)).toBe(locale);
  });
});
