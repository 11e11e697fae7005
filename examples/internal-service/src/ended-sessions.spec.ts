import { describe, expect, it } from '@jest/globals';
import type { Caller } from './caller.js';
import { EndedSessions } from './ended-sessions.js';

const T = Date.parse('2026-11-22T08:00:00.000Z');
const caller = (sessionId: string, more: Partial<Caller> = {}): Caller => ({
  ...{ userId: 'zoe', schoolId: 's1', role: 'manager', epoch: 1, issuedAt: T, expiresAt: T + 300_000 },
  ...more,
  sessionId,
});

describe('ended sessions', () => {
  it('refuse their tokens and no other', () => {
    const ended = new EndedSessions(() => T);
    ended.hear({ type: 'session.ended', userId: 'zoe', sessionId: 'one' }, T);
    expect([ended.hasEnded(caller('one')), ended.hasEnded(caller('two'))]).toEqual([true, false]);
  });

  it('end all at once when the key changes, but for the one it was changed in and those of the new epoch', () => {
    const ended = new EndedSessions(() => T);
    ended.hear({ type: 'credential.key-changed', userId: 'zoe', epoch: 2, keptSession: 'kept' }, T);
    expect(ended.hasEnded(caller('other'))).toBe(true);
    expect(ended.hasEnded(caller('kept'))).toBe(false);
    expect(ended.hasEnded(caller('later', { epoch: 2 }))).toBe(false);
    expect(ended.hasEnded(caller('foreign', { userId: 'max' }))).toBe(false);
  });

  it.each(['session.forgotten', 'session.reuse-detected'])('know %s by its time', (type) => {
    const ended = new EndedSessions(() => T);
    ended.hear({ type, userId: 'zoe' }, T);
    expect(ended.hasEnded(caller('one'))).toBe(true);
    expect(ended.hasEnded(caller('one', { issuedAt: T + 1000 }))).toBe(false);
  });

  it('do not mind an old message that comes again after a new one', () => {
    const ended = new EndedSessions(() => T);
    ended.hear({ type: 'credential.sessions-ended', userId: 'zoe', epoch: 3 }, T);
    ended.hear({ type: 'credential.key-changed', userId: 'zoe', epoch: 2, keptSession: 'one' }, T - 1000);
    expect(ended.hasEnded(caller('one'))).toBe(true);
  });

  it('are forgotten once no token can remember them, and ignore what they do not know', () => {
    let now = T;
    const ended = new EndedSessions(() => now);
    ended.hear({ type: 'session.ended', userId: 'zoe', sessionId: 'one' }, T);
    ended.hear({ type: 'credential.disabled', userId: 'max', epoch: 2 }, T);
    ended.hear({ type: 'session.forgotten', userId: 'max' }, T);
    ended.hear({ type: 'session.opened', userId: 'zoe', sessionId: 'two' }, T);
    ended.hear({ type: 'session.something-new', userId: 'zoe' }, T);
    expect(ended.size).toBe(3);
    now += 6 * 60 * 1000 + 1;
    expect(ended.size).toBe(0);
  });
});
