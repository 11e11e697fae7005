import { describe, expect, it } from '@jest/globals';
import type { MailRequest } from '../mail/mail-request.js';
import { mailIdFor } from './mail-id-for.js';

const about = { userId: 'u1', askedAt: '2026-11-23T08:00:00.000Z' } as const;
const reuse: MailRequest = { kind: 'token-reuse-notice', ...about };
const unusual = {
  kind: 'unusual-sign-in-notice',
  newBrowser: true,
  failures: 0,
  browser: 'Firefox, Windows',
  ...about,
} as const;

describe('the id of a mail', () => {
  it('is that of its message and its kind', () => {
    expect(mailIdFor('m1', reuse)).toBe(mailIdFor('m1', { ...reuse, askedAt: '2026-11-24T08:00:00.000Z' }));
    expect(mailIdFor('m2', reuse)).not.toBe(mailIdFor('m1', reuse));
    expect(mailIdFor('m1', { kind: 'key-changed-notice', firstKey: false, ...about })).not.toBe(
      mailIdFor('m1', reuse),
    );
  });

  it('is the same all day for a browser that is new each time (LOG-09)', () => {
    const later = { ...unusual, askedAt: '2026-11-23T23:59:59.999Z' };
    expect(mailIdFor('m2', later)).toBe(mailIdFor('m1', unusual));
    const tomorrow = { ...unusual, askedAt: '2026-11-24T00:00:00.000Z' };
    expect(mailIdFor('m2', tomorrow)).not.toBe(mailIdFor('m1', unusual));
  });

  it('is another for another person, another browser, or after failures (LOG-09)', () => {
    const ids = [
      unusual,
      { ...unusual, userId: 'u2' },
      { ...unusual, browser: 'Safari, iPhone' },
      { ...unusual, failures: 5 },
    ].map((request) => mailIdFor('m1', request));
    expect(new Set(ids).size).toBe(4);
    expect(mailIdFor('m1', { ...unusual, failures: 6 })).toBe(ids[3]);
  });
});
