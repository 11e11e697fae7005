import { describe, expect, it } from '@jest/globals';
import { type Facts, checkAppend } from './check-append.js';

const stream = ['a', 'b', 'c'];
const facts = (given: Partial<Facts> = {}): Facts => ({
  last: 2,
  deleted: false,
  idAt: (revision) => stream[revision],
  recent: (id) => (stream.includes(id) ? stream.indexOf(id) : undefined),
  ...given,
});

describe('checkAppend', () => {
  it('compares ids behind the expected revision only when others stand there', () => {
    expect(checkAppend(2, ['a'], facts()).kind).toBe('append');
    expect(checkAppend(0, ['b', 'c'], facts())).toEqual({ kind: 'repeated', revision: 2 });
    expect(checkAppend('no-stream', ['a'], facts())).toEqual({ kind: 'repeated', revision: 0 });
    expect(checkAppend(0, ['b', 'x'], facts()).kind).toBe('wrong-version');
    expect(checkAppend(1, ['c', 'd'], facts()).kind).toBe('wrong-version');
    expect(checkAppend(3, ['d'], facts()).kind).toBe('wrong-version');
  });

  it('knows repetitions under "any" by what it remembers', () => {
    expect(checkAppend('any', ['b', 'c'], facts())).toEqual({ kind: 'repeated', revision: 2 });
    expect(checkAppend('any', ['x', 'b'], facts()).kind).toBe('append');
    expect(checkAppend('any', ['b', 'x'], facts()).kind).toBe('wrong-version');
    expect(checkAppend('stream-exists', ['x'], facts({ last: -1 })).kind).toBe('wrong-version');
  });

  it('opens a softly deleted stream again', () => {
    expect(checkAppend('no-stream', ['x'], facts({ deleted: true })).kind).toBe('append');
    expect(checkAppend('no-stream', ['x'], facts()).kind).toBe('wrong-version');
  });
});
