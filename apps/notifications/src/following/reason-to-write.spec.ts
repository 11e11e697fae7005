import { describe, expect, it } from '@jest/globals';
import { reasonToWrite } from './reason-to-write.js';

const about = { userId: 'u1', askedAt: '2026-11-23T08:00:00.000Z' } as const;
const unusual = {
  kind: 'unusual-sign-in-notice',
  newBrowser: true,
  failures: 0,
  browser: 'Firefox, Windows',
  ...about,
} as const;

describe('the reason to write', () => {
  it('is the message that calls for the mail', () => {
    expect(reasonToWrite('m1', { kind: 'token-reuse-notice', ...about })).toBe('m1');
  });

  it('is the same all day for a browser that is new each time (LOG-09)', () => {
    const later = { ...unusual, askedAt: '2026-11-23T23:59:59.999Z' };
    expect(reasonToWrite('m2', later)).toBe(reasonToWrite('m1', unusual));
    const tomorrow = { ...unusual, askedAt: '2026-11-24T00:00:00.000Z' };
    expect(reasonToWrite('m2', tomorrow)).not.toBe(reasonToWrite('m1', unusual));
  });

  it('is another for another person, another browser, or after failures (LOG-09)', () => {
    const reasons = [
      unusual,
      { ...unusual, userId: 'u2' },
      { ...unusual, browser: 'Safari, iPhone' },
      { ...unusual, failures: 5 },
    ].map((request) => reasonToWrite('m1', request));
    expect(new Set(reasons).size).toBe(4);
    expect(reasonToWrite('m1', { ...unusual, failures: 6 })).toBe(reasons[3]);
  });
});
