import { describe, expect, it } from '@jest/globals';
import { flowText } from './flow-text.js';

describe('flowText', () => {
  it('makes paragraphs of what empty lines separate, and one line of what they do not', () => {
    expect(flowText('\n\n one\n  two \n\n \t\n\n three \n')).toBe('one two\n\nthree');
  });

  it('breaks lines before the 73rd character, never at a no-break space', () => {
    const word = 'x'.repeat(35);
    expect(flowText(`${word} ${word} ${word}`)).toBe(`${word} ${word}\n${word}`);
    expect(flowText(`${word} ${word}\u00a0!`)).toBe(`${word}\n${word}\u00a0!`);
  });

  it('gives a long word a line of its own, and keeps a line break that is meant', () => {
    const link = `https://portail.example/${'a'.repeat(80)}`;
    expect(flowText(`see ${link} there`)).toBe(`see\n${link}\nthere`);
    expect(flowText('Enter\u2028https://portail.example')).toBe('Enter\nhttps://portail.example');
  });
});
