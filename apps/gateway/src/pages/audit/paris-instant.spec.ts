import { describe, expect, it } from '@jest/globals';
import { parisInstant } from './paris-instant.js';

describe('a wall clock in Paris', () => {
  it.each([
    ['2026-03-03T10:00', '2026-03-03T09:00:00.000Z'],
    ['2026-07-14T10:00:30', '2026-07-14T08:00:30.000Z'],
    ['2026-01-01T00:30', '2025-12-31T23:30:00.000Z'],
  ])('%s is %s', (wall, instant) => {
    expect(parisInstant(wall)).toBe(instant);
  });

  it('shows no day that is not in the calendar', () => {
    expect(parisInstant('2026-13-01T10:00')).toBeNull();
  });
});
