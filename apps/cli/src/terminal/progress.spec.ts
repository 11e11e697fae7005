import { describe, expect, it } from '@jest/globals';
import { progressOf } from './progress.js';

const said = { fr: 'Import', en: 'Adding' };
const terminal = (isTTY: boolean) => {
  const written: string[] = [];
  return { isTTY, written, write: (text: string) => written.push(text) };
};

describe('progress', () => {
  it('is drawn for a person, at most once per hundredth, and wiped at the end', () => {
    const person = terminal(true);
    const progress = progressOf('fr', said, 1000, person);
    for (let n = 0; n < 1000; n += 1) progress.advance(1);
    progress.end();
    expect(person.written).toHaveLength(102);
    expect(person.written[50]).toBe(`\rImport ${'█'.repeat(15)}${'░'.repeat(15)} 50 %`);
    expect(person.written.at(-2)).toContain('100 %');
    expect(person.written.at(-1)).toBe('\r\u001b[K');
  });

  it('says nothing to a program, nor about nothing', () => {
    const program = terminal(false);
    progressOf('fr', said, 10, program).advance(10);
    const person = terminal(true);
    progressOf('fr', said, 0, person).end();
    expect([...program.written, ...person.written]).toEqual([]);
  });
});
