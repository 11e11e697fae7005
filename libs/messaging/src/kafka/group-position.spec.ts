import { describe, expect, it } from '@jest/globals';
import { GroupPosition } from './group-position.js';
import type { Told } from './relay-progress.js';

const [p0, p1] = [
  { topic: 't', partition: 0 },
  { topic: 't', partition: 1 },
];
const relay = (told: Told) => () => told;

describe('how far a follower is', () => {
  it('is not known before it has partitions', () => {
    const group = new GroupPosition(['t'], relay({ position: 9, last: { t: {} } }), 3);
    expect(group.position()).toBe(3);
  });

  it('is as far as the relay where nothing is left to read', () => {
    const group = new GroupPosition(['t'], relay({ position: 9, last: { t: { 0: 4, 1: 7 } } }), -1);
    group.assign([
      { ...p0, handled: -1 },
      { ...p1, handled: -1 },
    ]);
    expect(group.position()).toBe(-1);
    group.advance(p0, 4);
    expect(group.position()).toBe(-1);
    group.advance(p1, 7);
    expect(group.position()).toBe(9);
  });

  it('goes no further than the partition that is furthest behind', () => {
    const group = new GroupPosition(['t'], relay({ position: 9, last: { t: { 0: 9, 1: 8 } } }), -1);
    group.assign([
      { ...p0, handled: 2 },
      { ...p1, handled: 3 },
    ]);
    expect(group.positionWith(p0, 9)).toBe(3);
    expect(group.position()).toBe(2);
  });

  it('knows what comes a second time, from a relay that was stopped and repeats itself', () => {
    const group = new GroupPosition(['t'], relay({ position: 9, last: { t: { 0: 9 } } }), -1);
    group.assign([{ ...p0, handled: 5 }]);
    expect([5, 6].map((position) => group.knows(p0, position))).toEqual([true, false]);
    group.advance(p0, 6);
    group.advance(p0, 3);
    expect(group.handledIn(p0)).toBe(6);
  });

  it('with no partition of its own has nothing to do, and is as far as the slowest relay', () => {
    const told = { a: { position: 4, last: { a: {} } }, b: { position: 8, last: { b: {} } } };
    const group = new GroupPosition(['a', 'b'], (topic) => told[topic as 'a' | 'b'], -1);
    group.assign([]);
    expect(group.position()).toBe(4);
  });
});
