import { describe, expect, it } from '@jest/globals';
import { median, quantile } from './statistics.js';

describe('the statistics of the bench', () => {
  it('takes a median that one bad round does not move', () => {
    expect(median([3, 1, 2, 1000, 2])).toBe(2);
  });

  it('takes the 99th of a hundred as p99', () => {
    const values = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(quantile(values, 0.99)).toBe(99);
    expect(quantile(values, 1)).toBe(100);
  });
});
