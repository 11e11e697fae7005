import { describe, expect, it } from '@jest/globals';
import { firstName, parseName } from './parse-name.js';

describe('a name', () => {
  it.each([
    ['  Marie   Dupont ', 'Marie Dupont'],
    ['Zoe\u0301 Müller', 'Zoé Müller'],
    ['Jean-Luc d’Armagnac', 'Jean-Luc d’Armagnac'],
    ['李 小龙', '李 小龙'],
    ['李', '李'],
    ['🚗'.repeat(100), '🚗'.repeat(100)],
  ])('%j is stored as %j', (typed, stored) => {
    expect(parseName(typed)).toBe(stored);
  });

  it.each([
    '',
    '   ',
    'a'.repeat(101),
    'Marie\r\nBcc: x@y.fr',
    'Marie\u0000',
    'Ma\ud800rie',
    'Marie\u202eeiraM',
    'a\tb',
  ])('%j is refused (TST-15)', (typed) => {
    expect(parseName(typed)).toBeNull();
  });

  it('gives the first name for a mail (EML-04)', () => {
    expect(firstName('Marie Dupont')).toBe('Marie');
    expect(firstName('Marie')).toBe('Marie');
  });
});
