import { describe, expect, it } from '@jest/globals';
import type { OpenSession } from './session.events.js';
import { toldSession } from './told-session.js';

const START = '2026-11-22T08:00:00.000Z';
const told = {
  sessionId: 's1',
  userId: 'zoe',
  level: 'full',
  openedAt: START,
  authenticatedAt: '2026-11-22T08:01:00.000Z',
  seenAt: '2026-11-22T08:02:00.000Z',
  expiresAt: '2026-11-22T20:00:00.000Z',
} as const;
const open: OpenSession = {
  ...told,
  epoch: 3,
  generation: 2,
  userAgent: 'Firefox, Linux',
  family: 'b1',
  challenge: { value: 'v', purpose: 'use', until: START },
};

describe('what other services are told of a session', () => {
  it('says nothing of browsers, challenges and epochs', () => {
    expect(toldSession(open)).toEqual(told);
  });

  it('says when the second factor was given, and by when it must be set up (MFA-01, MFA-06)', () => {
    const more = { factorAt: START, enrolBy: '2026-11-29T08:00:00.000Z' };
    expect(toldSession({ ...open, ...more })).toEqual({ ...told, ...more });
    // A field without a value would be one field more for whoever reads.
    expect(Object.keys(toldSession(open))).toEqual(Object.keys(told));
  });
});
