import { describe, expect, it } from '@jest/globals';
import { isDue } from './schedule.js';

const schedule = { events: 100, milliseconds: 60_000 };

describe('a checkpoint', () => {
  it('is due after so many events', () => {
    expect(isDue({ events: 99, firstAt: 0 }, 0, schedule)).toBe(false);
    expect(isDue({ events: 100, firstAt: 0 }, 0, schedule)).toBe(true);
  });

  it('is due so long after the first unsigned event', () => {
    expect(isDue({ events: 1, firstAt: 1000 }, 60_999, schedule)).toBe(false);
    expect(isDue({ events: 1, firstAt: 1000 }, 61_000, schedule)).toBe(true);
  });

  it('is never due for nothing', () => {
    expect(isDue({ events: 0, firstAt: 0 }, 1e9, schedule)).toBe(false);
  });
});
