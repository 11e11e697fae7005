import { describe, expect, it } from '@jest/globals';
import { Handled } from './handled.js';

const at = (partition: number, offset: string) => ({ topic: 'identity.user.v1', partition, offset });

describe('what a group does not know yet', () => {
  it('is the last of each partition', () => {
    const handled = new Handled();
    for (const upTo of [at(0, '1'), at(1, '7'), at(0, '2')]) handled.note(upTo);
    expect(handled.untold()).toEqual([at(0, '2'), at(1, '7')]);
  });

  it('is nothing once it was told, except what came meanwhile', () => {
    const handled = new Handled();
    for (const upTo of [at(0, '1'), at(1, '7')]) handled.note(upTo);
    const telling = handled.untold();
    handled.note(at(1, '8'));
    handled.told(telling);
    expect(handled.untold()).toEqual([at(1, '8')]);
  });

  it('is nothing when the partitions are no longer ours', () => {
    const handled = new Handled();
    handled.note(at(0, '1'));
    handled.forget();
    expect(handled.untold()).toEqual([]);
  });
});
