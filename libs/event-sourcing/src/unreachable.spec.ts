import { expect, it } from '@jest/globals';
import { unreachable } from './unreachable.js';

it('what cannot happen is thrown, and named', () => {
  expect(() => unreachable({ type: 'Unheard' } as never)).toThrow('unreachable: {"type":"Unheard"}');
});
