import { describe, expect, it } from '@jest/globals';
import { aimAfter } from './headway.js';

describe('the headway of a follower', () => {
  it('is nothing to speak of at the end of the log', () => {
    expect(aimAfter(null, { at: 0, head: 10, position: 10 })).toBeNull();
    expect(aimAfter({ at: 0, head: 10 }, { at: 5, head: 90, position: 90 })).toBeNull();
  });

  it('is measured from the first look at which the end lay ahead', () => {
    const aim = aimAfter(null, { at: 5, head: 10_000, position: 1 });
    expect(aim).toEqual({ at: 5, head: 10_000 });
    expect(aimAfter(aim, { at: 9, head: 20_000, position: 9_999 })).toBe(aim);
  });

  it('begins anew with each end that is reached, in a log that never stands still', () => {
    const aim = aimAfter({ at: 5, head: 10_000 }, { at: 9, head: 20_000, position: 10_000 });
    expect(aim).toEqual({ at: 9, head: 20_000 });
  });
});
