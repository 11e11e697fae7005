import { describe, expect, it } from '@jest/globals';
import { frenchSpaces } from './french-spaces.js';

describe('frenchSpaces', () => {
  it('binds punctuation, quotation marks and units to their words', () => {
    expect(frenchSpaces('Ici : « Clé oubliée ? », 60 minutes !')).toBe(
      'Ici\u00a0: «\u00a0Clé oubliée\u00a0?\u00a0», 60\u00a0minutes\u00a0!',
    );
  });

  it('leaves expressions and plain spaces alone', () => {
    const prose = '{{#if firstKey}}oui{{else}}non{{/if}} {{> foot}} à 7 personnes';
    expect(frenchSpaces(prose)).toBe(prose);
  });
});
