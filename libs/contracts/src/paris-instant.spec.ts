import { describe, expect, it } from '@jest/globals';
import { parisInstant } from './paris-instant.js';

describe('a wall clock in Paris', () => {
  it.each([
    ['2026-03-03T10:00', '2026-03-03T09:00:00.000Z'],
    ['2026-07-14T10:00:30', '2026-07-14T08:00:30.000Z'],
    ['2026-01-01T00:30', '2025-12-31T23:30:00.000Z'],
    // On the nights the clocks change, an hour before and after it.
    ['2026-03-29T01:30', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29T03:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T01:30', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25T03:30', '2026-10-25T02:30:00.000Z'],
    ['2028-02-29T12:00', '2028-02-29T11:00:00.000Z'],
  ])('%s is %s', (wall, instant) => {
    expect(parisInstant(wall)).toBe(instant);
  });

  it.each([
    '2026-13-01T10:00',
    '2026-02-31T10:00',
    '2026-02-29T10:00',
    '2026-03-03T24:00',
    '0001-01-01T10:00',
    'hier',
  ])('shows nothing that is not in the calendar: %s', (wall) => {
    expect(parisInstant(wall)).toBeNull();
  });
});
