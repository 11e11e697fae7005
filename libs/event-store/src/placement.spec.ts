import { describe, expect, it } from '@jest/globals';
import { placeAppend } from './placement.js';

const readable = (revision: number): boolean => revision >= 0;
const nothing = (): boolean => false;

describe('placeAppend', () => {
  it('puts new events behind the last one', () => {
    expect(placeAppend(4, { last: 4, standing: [undefined], readable })).toEqual({ kind: 'new', from: 5 });
    expect(placeAppend('any', { last: 4, standing: [undefined], readable })).toEqual({
      kind: 'new',
      from: 5,
    });
    expect(placeAppend('none', { last: -1, standing: [undefined], readable })).toEqual({
      kind: 'new',
      from: 0,
    });
  });

  it('refuses a writer who does not know the last event', () => {
    expect(placeAppend(3, { last: 4, standing: [undefined], readable }).kind).toBe('conflict');
    expect(placeAppend('none', { last: 4, standing: [undefined], readable }).kind).toBe('conflict');
  });

  it('takes a stream of expired events for an empty one', () => {
    expect(placeAppend('none', { last: 4, standing: [undefined], readable: nothing })).toEqual({
      kind: 'new',
      from: 5,
    });
  });

  it('recognises a repetition by all its ids at their place', () => {
    expect(placeAppend(1, { last: 9, standing: [2, 3], readable })).toEqual({ kind: 'repeated', from: 2 });
    expect(placeAppend('none', { last: 9, standing: [0, 1], readable })).toEqual({
      kind: 'repeated',
      from: 0,
    });
    expect(placeAppend('any', { last: 9, standing: [5, 6], readable })).toEqual({
      kind: 'repeated',
      from: 5,
    });
  });

  it.each([[[2, undefined]], [[undefined, 2]], [[3, 2]], [[2, 4]]])(
    'refuses a broken repetition %j',
    (standing) => {
      expect(placeAppend(1, { last: 4, standing, readable }).kind).toBe('conflict');
      expect(placeAppend('any', { last: 4, standing, readable }).kind).toBe('conflict');
    },
  );

  it('refuses a repetition at another place than the first time', () => {
    expect(placeAppend(2, { last: 4, standing: [2], readable }).kind).toBe('conflict');
    expect(placeAppend('none', { last: 4, standing: [2], readable }).kind).toBe('conflict');
  });
});
