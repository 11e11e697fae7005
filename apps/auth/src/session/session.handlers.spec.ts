import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { EndOtherSessions, EndSession, ListSessions, TouchSession } from '#contracts';
import { authUnderTest, goodKey, type AuthUnderTest } from '../testing/auth-under-test.js';

const noSession = { outcome: 'refused', reason: 'no-session' };

describe('sessions', () => {
  let auth: AuthUnderTest;
  beforeEach(async () => {
    auth = await authUnderTest();
    await auth.member('zoe');
  });
  afterEach(() => auth.stop());

  const open = async (userId = 'zoe') => {
    const answer = await auth.signIn(userId, goodKey());
    if (answer.outcome === 'refused') throw new Error(answer.reason);
    return answer.session.sessionId;
  };
  const touch = (sessionId: string) => auth.bus.ask(TouchSession, { commandId: randomUUID(), sessionId });
  const list = async () => {
    const answer = await auth.bus.ask(ListSessions, { userId: 'zoe' });
    return answer.outcome === 'done' ? answer.sessions.map(({ sessionId }) => sessionId) : answer.reason;
  };
  const lives = async (sessionId: string) => (await auth.verify(sessionId)).outcome === 'done';

  it('are verified on their streams, as of a position before which nothing was missed (SES-13)', async () => {
    const sessionId = await open();
    const head = await auth.events.head();
    const verified = await auth.verify(sessionId);
    expect(verified).toMatchObject({ outcome: 'done', asOf: head });
    expect(await auth.verify('0'.repeat(64))).toEqual(noSession);
  });

  it('end at once, for their own user only, and stay ended (SES-10, TST-12)', async () => {
    const sessionId = await open();
    const end = (userId: string) => auth.bus.ask(EndSession, { commandId: randomUUID(), userId, sessionId });
    expect(await end('max')).toEqual(noSession);
    expect(await end('zoe')).toMatchObject({ outcome: 'done' });
    expect(await lives(sessionId)).toBe(false);
    expect(await end('zoe')).toEqual(noSession);
    expect(await touch(sessionId)).toEqual(noSession);
    await auth.settled();
    expect(auth.heard.at(-1)?.body).toMatchObject({ type: 'session.ended', sessionId, reason: 'signed-out' });
  });

  it('end when nobody uses them for half an hour; using them is noted once in five minutes (SES-03)', async () => {
    const [idle, busy] = [await open(), await open()];
    for (let minutes = 0; minutes < 35; minutes += 1) {
      auth.clock.advance({ minutes: 1 });
      expect(await touch(busy)).toMatchObject({ outcome: 'done' });
    }
    expect([await lives(idle), await lives(busy)]).toEqual([false, true]);
    expect(await auth.events.read(`session-${busy}`)).toHaveLength(1 + 7);
    auth.clock.advance({ hours: 12 });
    expect(await lives(busy)).toBe(false);
  });

  it('end all at once but the one named, which must be a living one of the same user (SES-11)', async () => {
    await auth.member('max');
    const [one, two, three] = [await open(), await open(), await open()];
    const foreign = await open('max');
    const endOthers = (except?: string) =>
      auth.bus.ask(EndOtherSessions, {
        commandId: randomUUID(),
        userId: 'zoe',
        ...(except ? { except } : {}),
      });
    expect(await endOthers(one)).toMatchObject({ outcome: 'done' });
    expect([await lives(one), await lives(two), await lives(three)]).toEqual([true, false, false]);
    await endOthers(two);
    expect([await lives(one), await lives(two)]).toEqual([false, false]);
    const four = await open();
    await endOthers(foreign);
    expect([await lives(four), await lives(foreign)]).toEqual([false, true]);
  });

  it('are listed newest first, as soon as they are open (ASVS 7.5.2)', async () => {
    const one = await open();
    auth.clock.advance({ seconds: 1 });
    const two = await open();
    expect(await list()).toEqual([two, one]);
    await auth.bus.ask(EndSession, { commandId: randomUUID(), userId: 'zoe', sessionId: two });
    expect(await list()).toEqual([one]);
    expect(await auth.bus.ask(ListSessions, { userId: 'nobody' })).toMatchObject({ reason: 'unknown-user' });
  });

  it('are five at most: one more ends the oldest (SES-12)', async () => {
    const all: string[] = [];
    for (let i = 0; i < 7; i += 1) {
      all.push(await open());
      auth.clock.advance({ seconds: 1 });
    }
    await auth.settled();
    expect(await list()).toEqual(all.slice(2).reverse());
    expect(await lives(all[0]!)).toBe(false);
    expect(auth.heard.at(-1)?.body).toMatchObject({ type: 'session.ended', reason: 'too-many-sessions' });
  });

  it('remember that the key was typed again (REF-01)', async () => {
    const sessionId = await open();
    auth.clock.advance({ minutes: 10 });
    expect(await auth.confirm('zoe', sessionId, goodKey())).toMatchObject({ outcome: 'done' });
    expect(await auth.verify(sessionId)).toMatchObject({ session: { authenticatedAt: auth.clock.now() } });
    expect(await auth.confirm('max', sessionId, goodKey())).toEqual(noSession);
  });

  it('give nobody inside more guesses than outside, and let nobody outside use them up (LOG-03, LOG-07)', async () => {
    const sessionId = await open();
    for (let i = 0; i < 6; i += 1) await auth.signIn('zoe', 'faux');
    for (let i = 0; i < 5; i += 1) {
      expect(await auth.confirm('zoe', sessionId, 'faux')).toEqual({
        outcome: 'refused',
        reason: 'wrong-key',
      });
    }
    const waiting = { reason: 'too-many-attempts', retryAfter: 60 };
    expect(await auth.confirm('zoe', sessionId, goodKey())).toMatchObject(waiting);
    auth.clock.advance({ minutes: 1 });
    expect(await auth.confirm('zoe', sessionId, goodKey())).toMatchObject({ outcome: 'done' });
  });
});
