import { describe, expect, it } from '@jest/globals';
import { languageAsked } from './language.js';

describe('the language of the command line', () => {
  it('is that of --lang, then that of the terminal, then French', () => {
    const english = { LANG: 'en_GB.UTF-8' };
    expect(languageAsked(['audit', 'verify', '--lang', 'fr'], english)).toBe('fr');
    expect(languageAsked(['audit', 'verify', '--lang=en'], {})).toBe('en');
    expect(languageAsked(['audit', 'verify', '--lang', 'en', '--lang', 'fr'], english)).toBe('fr');
    expect(languageAsked(['audit', 'verify', '--lang', 'de'], english)).toBe('en');
    expect(languageAsked(['audit', 'verify', '--lang'], {})).toBe('fr');
    expect(languageAsked([], english)).toBe('en');
    expect(languageAsked([], {})).toBe('fr');
  });
});
