import { describe, expect, it } from '@jest/globals';
import { abandoned, accepted, at, attempted, failed, keyRequest, requested } from '../mail/mail.examples.js';
import { nextLook } from './next-look.js';

describe('nextLook', () => {
  it.each([
    [requested(keyRequest), at(0, 5)],
    [attempted(1, at(1, 30)), at(1, 30)],
    [failed(1, at(0, 35)), at(0, 35)],
    [accepted(1), null],
    [abandoned(1, 'too-late'), null],
  ])('after %j is %s', (event, when) => expect(nextLook(event, at(0))).toBe(when));
});
