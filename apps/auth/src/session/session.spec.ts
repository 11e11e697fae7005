import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { later } from '../instant.js';
import { confirmKey } from './confirm-key.js';
import { continueSession } from './continue-session.js';
import { endSession } from './end-session.js';
import { livingSession } from './living-session.js';
import { makeChallenge } from './make-challenge.js';
import { openSession } from './open-session.js';
import { seeSession } from './see-session.js';
import { session } from './session.js';
import { spendChallenge } from './spend-challenge.js';
import type { OpenSession, SessionEvent } from './session.events.js';

const START = '2026-11-22T08:00:00.000Z';
const facts = {
  sessionId: 's1',
  userId: 'zoe',
  level: 'full',
  epoch: 3,
  generation: 2,
  userAgent: 'Firefox, Linux',
} as const;
const open: OpenSession = {
  ...facts,
  openedAt: START,
  authenticatedAt: START,
  seenAt: START,
  expiresAt: '2026-11-22T20:00:00.000Z',
};
const END = '2026-11-29T08:00:00.000Z';
const challenge = { value: 'v', purpose: 'use', until: '2026-11-22T08:05:00.000Z' } as const;
const opened: SessionEvent = { type: 'SessionOpened', data: open };
const ended: SessionEvent = {
  type: 'SessionEnded',
  data: { sessionId: 's1', userId: 'zoe', reason: 'signed-out' },
};

describe('opening a session', () => {
  it('gives a full one twelve hours at most (SES-03)', () => {
    given(session)
      .when((state) => openSession(state, { ...facts, at: START }))
      .records(opened);
  });

  it('gives one that only chooses a key fifteen minutes (SES-03)', () => {
    given(session)
      .when((state) => openSession(state, { ...facts, level: 'choose-key', at: START }))
      .records({
        type: 'SessionOpened',
        data: { ...open, level: 'choose-key', expiresAt: '2026-11-22T08:15:00.000Z' },
      });
  });

  it('says what was unusual about the sign-in, in that event alone (LOG-09)', () => {
    const unusual = { newBrowser: true, failures: 0 };
    const told: SessionEvent = { type: 'SessionOpened', data: { ...open, unusual } };
    given(session)
      .when((state) => openSession(state, { ...facts, unusual, at: START }))
      .records(told);
    expect(given(session, told).state()).toEqual({ kind: 'open', session: open });
  });

  it.each([
    ['the second factor is given', 'second-factor', '2026-11-22T08:15:00.000Z'],
    ['a second factor is set up', 'enrol-factor', '2026-11-22T08:30:00.000Z'],
  ] as const)('gives one in which %s no longer than that takes (SES-03)', (_, level, expiresAt) => {
    given(session)
      .when((state) => openSession(state, { ...facts, level, at: START }))
      .records({ type: 'SessionOpened', data: { ...open, level, expiresAt } });
  });

  it.each([
    ['with the remembered browser', later(START, 3600), later(START, 3600)],
    ['after twelve hours all the same', END, open.expiresAt],
  ])(
    'makes it as fresh as the key typed in a remembered browser, and ends it %s (SES-06, SES-08)',
    (...ends) => {
      const [, browserEnds, expiresAt] = ends;
      const grantedAt = later(START, -86_400);
      given(session)
        .when((state) =>
          openSession(state, {
            ...facts,
            of: { selector: 'b1', grantedAt, expiresAt: browserEnds },
            at: START,
          }),
        )
        .records({
          type: 'SessionOpened',
          data: { ...open, authenticatedAt: grantedAt, family: 'b1', expiresAt },
        });
    },
  );

  it.each([opened, ended])('never reuses a secret (SES-02)', (before) => {
    given(session, before)
      .when((state) => openSession(state, { ...facts, at: START }))
      .refuses('session-exists');
  });
});

describe('a session lives', () => {
  const livesAt = (seconds: number, ...history: readonly SessionEvent[]) =>
    livingSession(given(session, ...history).state(), later(START, seconds)) !== null;

  it('until half an hour passes without it being used (SES-03)', () => {
    expect(livesAt(1799.999, opened)).toBe(true);
    expect(livesAt(1800, opened)).toBe(false);
    const seen: SessionEvent = { type: 'SessionSeen', data: { ...open, seenAt: later(START, 1200) } };
    expect(livesAt(2999, opened, seen)).toBe(true);
    expect(livesAt(3000, opened, seen)).toBe(false);
  });

  it('for twelve hours, however busy it is (SES-03)', () => {
    const seen: SessionEvent = { type: 'SessionSeen', data: { ...open, seenAt: later(START, 43_000) } };
    expect(livesAt(43_199, opened, seen)).toBe(true);
    expect(livesAt(43_200, opened, seen)).toBe(false);
  });

  it('not once it ended, and not before it was opened', () => {
    expect(livesAt(1, opened, ended)).toBe(false);
    expect(livesAt(1)).toBe(false);
  });
});

describe('using a session', () => {
  it('is noted once in five minutes', () => {
    expect(seeSession(open, later(START, 299))).toEqual({ kind: 'records', events: [] });
    const at = later(START, 300);
    expect(seeSession(open, at)).toEqual({
      kind: 'records',
      events: [{ type: 'SessionSeen', data: { ...open, seenAt: at } }],
    });
  });

  it('remembers when the key was typed again (REF-01)', () => {
    const at = later(START, 60);
    expect(confirmKey(open, at)).toEqual({
      kind: 'records',
      events: [{ type: 'KeyConfirmed', data: { ...open, authenticatedAt: at, seenAt: at } }],
    });
  });
});

describe('going on in a session of its own secret (SES-02)', () => {
  const asking: OpenSession = {
    ...open,
    level: 'second-factor',
    towards: 'full',
    expiresAt: '2026-11-22T08:15:00.000Z',
  };
  const at = later(START, 60);
  const go =
    (before: OpenSession, more: object = {}) =>
    (state: Parameters<typeof continueSession>[0]) =>
      continueSession(state, {
        before,
        sessionId: 's2',
        level: 'full',
        epoch: 4,
        generation: 2,
        factorGiven: true,
        at,
        ...more,
      });
  const { towards: _, ...kept } = asking;

  it('gives what the factor has earned, from now on, and says that its user is in', () => {
    given(session)
      .when(go(asking))
      .records({
        type: 'SessionContinued',
        data: {
          ...kept,
          sessionId: 's2',
          level: 'full',
          epoch: 4,
          factorAt: at,
          seenAt: at,
          expiresAt: later(at, 12 * 3600),
          from: 's1',
          signsIn: true,
        },
      });
  });

  it('says nothing of a sign-in when its user was in already', () => {
    given(session)
      .when(go(open))
      .records({
        type: 'SessionContinued',
        data: { ...open, sessionId: 's2', epoch: 4, factorAt: at, seenAt: at, from: 's1', signsIn: false },
      });
  });

  it('lives no longer than the full session before it, and is as fresh as that was (SES-03, SES-08)', () => {
    const state = given(session)
      .when(go({ ...open, enrolBy: END, challenge }))
      .thenState();
    expect(state).toEqual({
      kind: 'open',
      session: { ...open, sessionId: 's2', epoch: 4, factorAt: at, seenAt: at },
    });
  });

  it('ends with the browser that is now remembered, and never later than it would have', () => {
    const until = (expiresAt: string) =>
      given(session)
        .when(go(asking, { of: { selector: 'b1', expiresAt } }))
        .thenState();
    const soon = later(at, 60);
    expect(until(soon)).toMatchObject({ session: { family: 'b1', expiresAt: soon } });
    expect(until(END)).toMatchObject({ session: { family: 'b1', expiresAt: later(at, 12 * 3600) } });
  });

  it('claims no second factor that was not given (MFA-06)', () => {
    const state = given(session)
      .when(go(open, { factorGiven: false }))
      .thenState();
    expect(state).toEqual({ kind: 'open', session: { ...open, sessionId: 's2', epoch: 4, seenAt: at } });
  });

  it('never reuses a secret', () => {
    given(session, opened).when(go(asking)).refuses('session-exists');
  });
});

describe('the challenge of a passkey ceremony', () => {
  const made: SessionEvent = { type: 'ChallengeMade', data: { ...open, challenge } };
  const spent: SessionEvent = { type: 'ChallengeSpent', data: open };

  it('is good for five minutes (MFA-03)', () => {
    expect(makeChallenge(open, { value: 'v', purpose: 'use', at: START })).toEqual({
      kind: 'records',
      events: [made],
    });
    const { session: own } = given(session, opened, made).state() as { session: OpenSession };
    const spend = (seconds: number) => spendChallenge(own, { purpose: 'use', at: later(START, seconds) });
    expect(spend(299)).toEqual({ kind: 'records', events: [spent] });
    expect(spend(300)).toEqual({ kind: 'refuses', reason: 'passkey-not-valid' });
  });

  it('is good once, and for what it was made for (MFA-03, TST-35)', () => {
    const refused = { kind: 'refuses', reason: 'passkey-not-valid' };
    const facts = { purpose: 'use', at: START } as const;
    const { session: after } = given(session, opened, made, spent).state() as { session: OpenSession };
    expect(spendChallenge(after, facts)).toEqual(refused);
    expect(spendChallenge({ ...open, challenge }, { ...facts, purpose: 'add' })).toEqual(refused);
    expect(spendChallenge(open, facts)).toEqual(refused);
  });
});

describe('ending a session', () => {
  const end = (userId: string) => (state: Parameters<typeof endSession>[0]) =>
    endSession(state, { userId, reason: 'signed-out' });

  it('is its own user’s alone to do (REF-05)', () => {
    given(session, opened).when(end('zoe')).records(ended);
    given(session, opened).when(end('max')).refuses('no-session');
  });

  it('happens once', () => {
    given(session, opened, ended).when(end('zoe')).refuses('no-session');
    given(session).when(end('zoe')).refuses('no-session');
  });
});

describe('every event of a session', () => {
  it('settles it alone (invariant 9)', () => {
    const seen: SessionEvent = { type: 'SessionSeen', data: { ...open, seenAt: later(START, 600) } };
    for (const event of [opened, seen, ended]) {
      expect(given(session, event).state()).toEqual(given(session, opened, seen, event).state());
    }
  });
});
