import { describe, expect, it } from '@jest/globals';
import { fold } from '#event-sourcing';
import { storedEvents } from '../testing/stored-events.js';
import { session } from './session.js';
import type { SessionEvent } from './session.events.js';

const folder = new URL('./stored/', import.meta.url);
const types: Readonly<Record<SessionEvent['type'], true>> = {
  ChallengeMade: true,
  ChallengeSpent: true,
  KeyConfirmed: true,
  SessionContinued: true,
  SessionEnded: true,
  SessionOpened: true,
  SessionSeen: true,
};

describe('session events as they were once stored', () => {
  it('are there for every type', async () => {
    const events = await storedEvents(session, folder);
    expect(events.map(({ type }) => type).sort()).toEqual(Object.keys(types));
  });

  it('settle the state, each of them: one is read, however many there are (invariant 9)', () => {
    expect(session.settledBy?.toSorted()).toEqual(Object.keys(types));
  });

  it('fold into the state they meant', async () => {
    const events = await storedEvents(session, folder);
    const after = (count: number) => fold(session, events.slice(0, count));
    const open = { userId: '0192f1c4-7d7e-4c54-9a3e-2f1f0a6b1c11', level: 'full', epoch: 2, generation: 3 };
    expect(after(1)).toMatchObject({ kind: 'open', session: { ...open, userAgent: 'Firefox, Windows' } });
    expect(after(2)).toMatchObject({ session: { ...open, seenAt: '2026-11-22T08:05:00.000Z' } });
    expect(after(3)).toMatchObject({ session: { ...open, authenticatedAt: '2026-11-22T08:06:00.000Z' } });
    expect(after(4)).toEqual({ kind: 'ended', userId: open.userId });
    const factorAt = '2026-11-22T08:02:00.000Z';
    expect(after(5)).toMatchObject({ session: { ...open, factorAt, sessionId: '6a'.repeat(32) } });
    expect(after(5)).not.toHaveProperty('session.from');
    expect(after(6)).toMatchObject({ session: { challenge: { purpose: 'add' } } });
    expect(after(7)).not.toHaveProperty('session.challenge');
  });
});
