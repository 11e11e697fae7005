import { describe, expect, it } from '@jest/globals';
import type { RecordedEvent } from '#event-store';
import type { Credential } from '../credential/credential.js';
import type { OpenSession } from './session.events.js';
import { sessionsAt } from './sessions-at.step.js';

const at = '2026-03-03T10:00:00.000Z';
const open = (name: string, more: Partial<OpenSession> = {}): OpenSession => ({
  sessionId: name,
  userId: 'zoe',
  level: 'full',
  epoch: 2,
  generation: 2,
  userAgent: 'Firefox, Windows',
  openedAt: '2026-03-03T08:00:00.000Z',
  authenticatedAt: '2026-03-03T08:00:00.000Z',
  seenAt: '2026-03-03T09:50:00.000Z',
  expiresAt: '2026-03-03T20:00:00.000Z',
  ...more,
});
let position = 0;
const recorded = (type: string, data: object, name: string): RecordedEvent => ({
  stream: `session-${name}`,
  revision: 0,
  position: (position += 1),
  id: String(position),
  type,
  data: data as RecordedEvent['data'],
  metadata: {},
});
const holder = { kind: 'open', epoch: 2, keptSession: null, deactivated: false } as Credential;
const names = (events: readonly RecordedEvent[], as = holder) =>
  sessionsAt(events, 'zoe', as, at).map(({ sessionId }) => sessionId);

describe('the sessions of a user at an instant', () => {
  it('are those that were opened or seen, and neither ended, expired nor idle', () => {
    expect(
      names([
        recorded('SessionSeen', open('alive'), 'alive'),
        recorded('SessionOpened', open('ended'), 'ended'),
        recorded('SessionEnded', { sessionId: 'ended', userId: 'zoe', reason: 'signed-out' }, 'ended'),
        recorded('SessionSeen', open('idle', { seenAt: '2026-03-03T09:29:00.000Z' }), 'idle'),
        recorded('SessionSeen', open('expired', { expiresAt: at }), 'expired'),
        recorded('SessionSeen', open('other', { userId: 'max' }), 'other'),
      ]),
    ).toEqual(['alive']);
  });

  it('are none of an epoch that was over, but the one that was kept, and none once closed', () => {
    const events = [recorded('SessionSeen', open('before', { epoch: 1 }), 'before')];
    expect(names(events)).toEqual([]);
    expect(names(events, { ...holder, keptSession: 'before' } as Credential)).toEqual(['before']);
    expect(names(events, { ...holder, keptSession: 'before', deactivated: true } as Credential)).toEqual([]);
    expect(names(events, { kind: 'none' })).toEqual([]);
  });
});
