import { describe, expect, it } from '@jest/globals';
import type { MessageBody } from '#contracts';
import { SessionView } from './session-view.js';
import type { SignedIn } from './signed-in.js';

const signedIn = (sessionId: string, userId = 'u1'): SignedIn => ({
  session: {
    sessionId,
    userId,
    level: 'full',
    openedAt: '2026-11-22T08:00:00.000Z',
    authenticatedAt: '2026-11-22T08:00:00.000Z',
    seenAt: '2026-11-22T08:00:00.000Z',
    expiresAt: '2026-11-22T20:00:00.000Z',
  },
  profile: {
    userId,
    identifier: userId,
    name: 'Léandra Morvan',
    role: 'manager',
    schoolId: 's1',
    schoolName: 'Auto-école du Port',
    locale: 'fr',
  },
});

const knowing = (...sessions: readonly SignedIn[]) => {
  const view = new SessionView();
  for (const each of sessions) view.keep(view.ask(5), each, 5);
  return view;
};
const told = (body: MessageBody) => ({ body });
const ended = (sessionId: string, userId = 'u1') =>
  told({ type: 'session.ended', sessionId, userId, reason: 'signed-out' });

describe('SessionView', () => {
  it('remembers a session until auth must hear that it is in use, or until its end if that comes first', () => {
    const late = signedIn('b');
    const view = knowing(signedIn('a'), {
      ...late,
      session: { ...late.session, seenAt: '2026-11-22T19:58:00.000Z' },
    });
    expect(view.find('a')?.goodUntil).toBe('2026-11-22T08:05:00.000Z');
    expect(view.find('b')?.goodUntil).toBe('2026-11-22T20:00:00.000Z');
  });

  it('forgets a session that ended, and no other', () => {
    const view = knowing(signedIn('a'), signedIn('b'));
    view.take(ended('a'));
    expect(view.find('a')).toBeUndefined();
    expect(view.find('b')).toBeDefined();
  });

  it.each<MessageBody>([
    { type: 'credential.key-chosen', userId: 'u1', epoch: 2, generation: 2 },
    { type: 'credential.key-changed', userId: 'u1', epoch: 2, generation: 2, keptSession: 'a' },
    { type: 'credential.sessions-ended', userId: 'u1', epoch: 2 },
    { type: 'credential.disabled', userId: 'u1', epoch: 2, reason: 'deactivated' },
    { type: 'user.deactivated', userId: 'u1', schoolId: 's1' },
    { type: 'user.reference-email-changed', userId: 'u1', schoolId: 's1', changeId: 'c1' },
  ])('forgets every session of a user at $type, and nobody else’s (SES-13)', (body) => {
    const view = knowing(signedIn('a'), signedIn('b'), signedIn('c', 'u2'));
    view.take(told(body));
    expect([view.find('a'), view.find('b')]).toEqual([undefined, undefined]);
    expect(view.find('c')).toBeDefined();
  });

  it('keeps what it knows when another session of the user opens', () => {
    const view = knowing(signedIn('a'));
    view.take(told({ type: 'session.opened', sessionId: 'b', userId: 'u1', level: 'full' }));
    expect(view.find('a')).toBeDefined();
  });

  it('does not keep an answer that was under way when its user was told about: it may be the older truth', () => {
    const view = new SessionView();
    const question = view.ask(5);
    view.take(told({ type: 'credential.sessions-ended', userId: 'u1', epoch: 2 }));
    view.keep(question, signedIn('a'), 5);
    expect(view.find('a')).toBeUndefined();
  });

  it('keeps an answer that was under way when somebody else was told about', () => {
    const view = new SessionView();
    const question = view.ask(5);
    view.take(told({ type: 'credential.sessions-ended', userId: 'u2', epoch: 2 }));
    view.keep(question, signedIn('a'), 5);
    expect(view.find('a')).toBeDefined();
  });

  it('does not keep an answer read before what it had taken in when it asked: the message that would end it has passed', () => {
    const view = new SessionView();
    view.keep(view.ask(9), signedIn('a'), 8);
    expect(view.find('a')).toBeUndefined();
  });

  it('stops noting for a question that was dropped, so that questions without an answer cost nothing', () => {
    const view = new SessionView();
    const question = view.ask(5);
    view.drop(question);
    view.take(ended('a'));
    expect(question.toldAbout.size).toBe(0);
  });

  it('is good for another five minutes once auth was told of its use', () => {
    const view = knowing(signedIn('a'));
    view.touched('a', '2026-11-22T08:06:00.000Z');
    expect(view.find('a')?.goodUntil).toBe('2026-11-22T08:11:00.000Z');
    view.touched('unknown', '2026-11-22T08:06:00.000Z');
    expect(view.find('unknown')).toBeUndefined();
  });

  it('remembers 20,000 sessions and no more: the first goes first', () => {
    const view = new SessionView();
    for (let i = 0; i <= 20_000; i += 1) view.keep(view.ask(0), signedIn(`s${i}`, `u${i}`), 0);
    expect(view.find('s0')).toBeUndefined();
    expect(view.find('s1')).toBeDefined();
    expect(view.find('s20000')).toBeDefined();
  });
});
