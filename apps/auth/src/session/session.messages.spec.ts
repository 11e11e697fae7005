import { describe, expect, it } from '@jest/globals';
import { sessionMessage } from '#contracts';
import type { OpenSession, SessionEvent } from './session.events.js';
import { sessionMessages } from './session.messages.js';

const START = '2026-11-22T08:00:00.000Z';
const sessionId = '5f'.repeat(32);
const open: OpenSession = {
  sessionId,
  userId: 'zoe',
  level: 'full',
  epoch: 3,
  generation: 2,
  userAgent: 'Firefox, Linux',
  openedAt: START,
  authenticatedAt: START,
  seenAt: START,
  expiresAt: '2026-11-22T20:00:00.000Z',
};
const continued = (signsIn: boolean): SessionEvent => ({
  type: 'SessionContinued',
  data: { ...open, from: 's0', signsIn },
});
const told = { type: 'session.opened', sessionId, userId: 'zoe', level: 'full' };

describe('what others hear of a session', () => {
  it('is that somebody is in, and no more of it than who and how far', () => {
    expect(sessionMessages({ type: 'SessionOpened', data: open })).toEqual([told]);
    expect(sessionMessages(continued(true))).toEqual([told]);
    expect(sessionMessage.safeParse(told).success).toBe(true);
  });

  it('is why it ended', () => {
    const data = { sessionId, userId: 'zoe', reason: 'ended-elsewhere' } as const;
    expect(sessionMessages({ type: 'SessionEnded', data })).toEqual([{ type: 'session.ended', ...data }]);
  });

  it('is nothing while it goes on', () => {
    const within = (['SessionSeen', 'KeyConfirmed', 'ChallengeMade', 'ChallengeSpent'] as const).map(
      (type): SessionEvent => ({ type, data: open }),
    );
    expect([continued(false), ...within].flatMap(sessionMessages)).toEqual([]);
  });
});
