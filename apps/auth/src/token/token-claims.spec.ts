import { describe, expect, it } from '@jest/globals';
import type { OpenSession } from '../session/session.events.js';
import { TOKEN_LASTS, tokenClaims } from './token-claims.js';

const session: OpenSession = {
  sessionId: 'a'.repeat(64),
  userId: 'zoe',
  level: 'full',
  epoch: 1,
  generation: 1,
  userAgent: 'Firefox, Linux',
  openedAt: '2026-11-22T08:00:00.000Z',
  authenticatedAt: '2026-11-22T08:00:00.000Z',
  seenAt: '2026-11-22T08:00:00.000Z',
  expiresAt: '2026-11-22T20:00:00.000Z',
};
const claimsAt = (at: string) =>
  tokenClaims({
    issuer: 'https://portail.example',
    audience: 'planning',
    session,
    profile: { schoolId: 's1', role: 'manager' },
    id: 'id-1',
    at,
  });

describe('the claims of a token', () => {
  it('say who, of which school, in which role, for whom, for five minutes and no longer (SES-14)', () => {
    const { iat, exp, ...said } = claimsAt('2026-11-22T09:00:00.900Z');
    expect(said).toEqual({
      iss: 'https://portail.example',
      aud: 'planning',
      sub: 'zoe',
      school: 's1',
      role: 'manager',
      sid: session.sessionId,
      epoch: 1,
      jti: 'id-1',
    });
    expect([new Date(iat * 1000).toISOString(), exp - iat]).toEqual([
      '2026-11-22T09:00:00.000Z',
      TOKEN_LASTS,
    ]);
    expect(TOKEN_LASTS).toBeLessThanOrEqual(300);
  });

  it('end with the session at the latest', () => {
    const { iat, exp } = claimsAt('2026-11-22T19:58:00.000Z');
    expect(exp - iat).toBe(120);
  });
});
