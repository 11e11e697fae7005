import { describe, expect, it } from '@jest/globals';
import { instantOf, pastInstantOf, periodOf } from './instant.js';

describe('an instant an auditor types', () => {
  it.each([
    ['2026-03-03T09:00:00Z', '2026-03-03T09:00:00.000Z'],
    ['2026-03-03T09:00Z', '2026-03-03T09:00:00.000Z'],
    ['2026-03-03T09:00:00.250Z', '2026-03-03T09:00:00.250Z'],
    ['2026-03-03T10:00:00+01:00', '2026-03-03T09:00:00.000Z'],
    ['2026-03-03T10:00', '2026-03-03T09:00:00.000Z'],
    ['2026-07-14T10:00:30', '2026-07-14T08:00:30.000Z'],
    ['2026-03-03', '2026-03-02T23:00:00.000Z'],
  ])('%s is %s, wherever the terminal stands', (typed, instant) => {
    expect(instantOf(typed)).toBe(instant);
  });

  it.each([
    'hier',
    '',
    '3 mars 2026',
    'dossier 1',
    '2026',
    '2026-02-31',
    '2026-02-31T10:00:00Z',
    '2026-03-03T25:00Z',
  ])('“%s” is none, though Date may read one in it', (typed) => {
    expect(() => instantOf(typed)).toThrow('not-an-instant');
  });

  it('does not come before the beginning of its period', () => {
    expect(periodOf({ from: '2026-03-03' })).toEqual({ from: '2026-03-02T23:00:00.000Z', until: undefined });
    expect(() => periodOf({ from: '2026-03-03', until: '2026-03-02' })).toThrow('period-backwards');
  });

  it('has been, where the log is asked what was', () => {
    const now = '2026-03-03T09:00:00.000Z';
    expect(pastInstantOf('2026-03-03T10:00', now)).toBe(now);
    expect(() => pastInstantOf('2026-03-03T10:00:01', now)).toThrow('still-to-come');
  });
});
