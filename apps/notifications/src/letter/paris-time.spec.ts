import { describe, expect, it } from '@jest/globals';
import { parisDay, parisTime } from './paris-time.js';

describe('Paris time', () => {
  it('is the clock on the wall, winter and summer', () => {
    expect(parisTime('2026-11-23T08:05:00.000Z', 'fr')).toBe('9\u00a0h\u00a005');
    expect(parisTime('2026-07-14T22:00:00.000Z', 'fr')).toBe('0\u00a0h');
    expect(parisTime('2026-07-14T13:30:00.000Z', 'en')).toBe('15:30');
  });

  it('names the day', () => {
    expect(parisDay('2026-11-23T08:05:00.000Z', 'fr')).toBe('lundi 23 novembre à 9\u00a0h\u00a005');
    expect(parisDay('2026-11-23T23:30:00.000Z', 'en')).toBe('Tuesday 24 November at 00:30');
  });
});
