import { describe, expect, it } from '@jest/globals';
import { namesTheContext } from './names-the-context.js';

describe('a key that is little more than its context (KEY-07)', () => {
  it.each([
    ['b@n4ne', 'Banane'],
    ['ch3ne', 'chêne'],
    ['l!l1um', 'lilium'],
    ['b0b0', 'bobo'],
    ['$a5$e', 'sasse'],
    ['d.u b_o i s', 'Dubois'],
  ])('is %s where the word is %s, however it is disguised', (key, word) => {
    expect(namesTheContext(key, [word])).toBe(true);
  });

  it('names any part of a name, of four letters at least', () => {
    const words = ['Marie Lenoir-Dubois', 'Lac'];
    expect(namesTheContext('dubois 1', words)).toBe(true);
    expect(namesTheContext('bleu bleu', ['bleu'])).toBe(true);
    expect(namesTheContext('lac lac lac', words)).toBe(false);
  });

  it('is enough else from twelve letters and digits on', () => {
    expect(namesTheContext('dubois abcdef gh 789', ['dubois'])).toBe(true);
    expect(namesTheContext('dubois abcdef gh 6789', ['dubois'])).toBe(false);
    expect(namesTheContext('abcdef', ['dubois'])).toBe(false);
  });

  it('loses the longest words first, so that a shorter one leaves no remains of them', () => {
    expect(namesTheContext('lenoirmarie abcdefgh789', ['noir', 'lenoirmarie'])).toBe(true);
  });
});
