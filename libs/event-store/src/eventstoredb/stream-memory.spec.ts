import { describe, expect, it } from '@jest/globals';
import { type Standing, StreamMemory, WINDOW } from './stream-memory.js';

const run = (from: number, to: number): Standing[] =>
  Array.from({ length: to - from + 1 }, (_, index) => ({ id: `id-${from + index}`, revision: from + index }));

describe('StreamMemory', () => {
  it('covers a new stream at once, and what is appended to it', () => {
    const memory = new StreamMemory();
    expect(memory.covers(-1)).toBe(true);
    expect(memory.covers(0)).toBe(false);
    memory.saw(run(0, 1), true);
    memory.saw(run(2, 2), false);
    expect(memory.covers(2)).toBe(true);
    expect(memory.get('id-1')?.revision).toBe(1);
    expect(memory.at(2)?.id).toBe('id-2');
  });

  it('covers nothing by the last events alone, until the ones before them are read', () => {
    const memory = new StreamMemory();
    memory.saw(run(40, 41), false);
    expect(memory.covers(41)).toBe(false);
    memory.saw(run(0, 41), true);
    expect(memory.covers(41)).toBe(true);
  });

  it('covers a stream whose older events have expired', () => {
    const memory = new StreamMemory();
    memory.saw(run(700, 710), true);
    expect(memory.covers(710)).toBe(true);
  });

  it('never bridges a gap: the newer run replaces the older one, an older run is ignored', () => {
    const memory = new StreamMemory();
    memory.saw(run(0, 5), true);
    memory.saw(run(9, 10), false);
    expect(memory.last).toBe(10);
    expect(memory.covers(10)).toBe(false);
    expect(memory.get('id-0')).toBeUndefined();
    memory.saw(run(2, 3), false);
    expect(memory.last).toBe(10);
    expect(memory.get('id-2')).toBeUndefined();
  });

  it('keeps the position it learned when the same event is seen again without one', () => {
    const memory = new StreamMemory();
    memory.saw([{ id: 'a', revision: 0, position: 7 }], true);
    memory.saw([{ id: 'a', revision: 0 }], true);
    expect(memory.get('a')?.position).toBe(7);
  });

  it('forgets what is far behind, and still covers the window', () => {
    const memory = new StreamMemory();
    for (let revision = 0; revision <= 3 * WINDOW; revision += 1)
      memory.saw(run(revision, revision), revision === 0);
    expect(memory.get('id-0')).toBeUndefined();
    expect(memory.covers(3 * WINDOW)).toBe(true);
    expect(memory.covers(WINDOW)).toBe(false);
  });
});
