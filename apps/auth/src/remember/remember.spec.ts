import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { later } from '../instant.js';
import { familyHolds, type Holding } from './family-holds.js';
import { grantRememberMe } from './grant-remember-me.js';
import { mayBeRemembered } from './may-be-remembered.js';
import { remember } from './remember.js';
import type { Family, RememberEvent } from './remember.events.js';
import { rememberMessages } from './remember.messages.js';
import { resumeSession } from './resume-session.js';
import { revokeRememberMe } from './revoke-remember-me.js';

const START = '2026-11-22T08:00:00.000Z';
const USED = '2026-11-23T08:00:00.000Z';
const facts = {
  selector: 'f1',
  userId: 'zoe',
  validatorHash: 'hash 0',
  sessionId: 's0',
  epoch: 3,
  generation: 2,
  userAgent: 'Firefox, Linux',
};
const family: Family = {
  ...facts,
  previous: null,
  grantedAt: START,
  usedAt: START,
  expiresAt: '2026-12-22T08:00:00.000Z',
};
const granted: RememberEvent = { type: 'RememberMeGranted', data: family };
const rotated: RememberEvent = {
  type: 'RememberMeRotated',
  data: {
    ...family,
    validatorHash: 'hash 1',
    previous: { validatorHash: 'hash 0', until: later(USED, 30) },
    sessionId: 's1',
    usedAt: USED,
  },
};
const reused: RememberEvent = { type: 'ReuseDetected', data: { selector: 'f1', userId: 'zoe' } };
const revoked: RememberEvent = {
  type: 'RememberMeRevoked',
  data: { selector: 'f1', userId: 'zoe', reason: 'signed-out' },
};
const holder: Holding = {
  role: 'instructor',
  epoch: 3,
  generation: 2,
  keptSession: null,
  deactivated: false,
};

/** Brings validator `number`; what follows from it is numbered one more. */
const bring =
  (number: number, at: string, more: Partial<Parameters<typeof resumeSession>[1]> = {}) =>
  (state: Parameters<typeof resumeSession>[0]) =>
    resumeSession(state, {
      isBrought: (hash) => hash === `hash ${number}`,
      successorHash: `hash ${number + 1}`,
      sessionId: `s${number + 1}`,
      userAgent: 'Firefox, Linux',
      holder,
      at,
      ...more,
    });

describe('remembering a browser', () => {
  it('lasts thirty days from the sign-in (SES-07)', () => {
    given(remember)
      .when((state) => grantRememberMe(state, { ...facts, at: START }))
      .records(granted);
  });

  it.each([granted, reused, revoked])('never reuses a selector', (before) => {
    given(remember, before)
      .when((state) => grantRememberMe(state, { ...facts, at: START }))
      .refuses('selector-taken');
  });

  it('is offered to office and instructors, and to nobody who can do more (SES-09)', () => {
    const roles = ['office', 'instructor', 'manager', 'support', 'auditor', 'somebody new'];
    expect(roles.filter(mayBeRemembered)).toEqual(['office', 'instructor']);
  });
});

describe('resuming a session', () => {
  it('spends the validator for its one successor (SES-05)', () => {
    given(remember, granted).when(bring(0, USED)).records(rotated);
  });

  it('gives racing tabs that same successor for thirty seconds, and records nothing more (SES-05)', () => {
    given(remember, granted, rotated)
      .when(bring(0, later(USED, 29.999)))
      .recordsNothing();
  });

  it('never gives a sibling of it (SES-05)', () => {
    const sibling = { successorHash: 'another', sessionId: 's1' };
    given(remember, granted, rotated)
      .when(bring(0, USED, sibling))
      .refuses('not-remembered');
    const elsewhere = { successorHash: 'hash 1', sessionId: 'another' };
    given(remember, granted, rotated)
      .when(bring(0, USED, elsewhere))
      .refuses('not-remembered');
  });

  it('takes a spent validator after that for theft (SES-06)', () => {
    given(remember, granted, rotated)
      .when(bring(0, later(USED, 30)))
      .records(reused);
  });

  it('takes an older ancestor for theft at once, and so whatever pretends to be one (SES-06)', () => {
    const twice: RememberEvent = {
      type: 'RememberMeRotated',
      data: {
        ...family,
        validatorHash: 'hash 2',
        previous: { validatorHash: 'hash 1', until: later(USED, 40) },
        sessionId: 's2',
        usedAt: later(USED, 10),
      },
    };
    given(remember, granted, rotated, twice)
      .when(bring(0, later(USED, 11)))
      .records(reused);
    given(remember, granted).when(bring(7, USED)).records(reused);
  });

  it('ends with the thirty days, however lately it was used (SES-07)', () => {
    const last = '2026-12-22T07:59:59.999Z';
    expect(bring(1, last)(given(remember, granted, rotated).state())).toMatchObject({ kind: 'records' });
    given(remember, granted, rotated).when(bring(1, family.expiresAt)).refuses('not-remembered');
  });

  it.each([reused, revoked])('is over once the browser is not believed or not remembered any more', (end) => {
    given(remember, granted, rotated, end).when(bring(1, USED)).refuses('not-remembered');
  });

  it('raises no alarm where the credential has ended everything anyway', () => {
    const gone = { holder: { ...holder, epoch: 4 } };
    given(remember, granted, rotated)
      .when(bring(0, later(USED, 60), gone))
      .refuses('not-remembered');
    given(remember, granted)
      .when(bring(0, USED, { holder: null }))
      .refuses('not-remembered');
  });
});

describe('a remembered browser holds', () => {
  it('through a rehash of the same key (KEY-10)', () => {
    expect(familyHolds({ ...holder, generation: 3 }, family)).toBe(true);
  });

  it('not past a new key, even where its session was kept (SES-07)', () => {
    expect(familyHolds({ ...holder, epoch: 4, generation: 3, keptSession: 's0' }, family)).toBe(false);
  });

  it('where all other sessions were ended from it, and not elsewhere (SES-11)', () => {
    expect(familyHolds({ ...holder, epoch: 4, keptSession: 's0' }, family)).toBe(true);
    expect(familyHolds({ ...holder, epoch: 4, keptSession: 's9' }, family)).toBe(false);
  });

  it('not for a deactivated user, nor for one who became a manager (SES-09)', () => {
    expect(familyHolds({ ...holder, deactivated: true }, family)).toBe(false);
    expect(familyHolds({ ...holder, role: 'manager' }, family)).toBe(false);
  });
});

describe('forgetting a browser', () => {
  const forget = (userId: string) => (state: Parameters<typeof revokeRememberMe>[0]) =>
    revokeRememberMe(state, { userId, reason: 'signed-out' });

  it('is its own user’s alone to do, once (REF-05)', () => {
    given(remember, granted).when(forget('zoe')).records(revoked);
    given(remember, granted).when(forget('max')).refuses('not-remembered');
    given(remember, granted, revoked).when(forget('zoe')).refuses('not-remembered');
  });
});

describe('every event of a remembered browser', () => {
  it('settles it alone (invariant 9)', () => {
    for (const event of [granted, rotated, reused, revoked]) {
      expect(given(remember, event).state()).toEqual(given(remember, granted, event).state());
    }
  });

  it('is told without its selector, and only when sessions are over', () => {
    expect([granted, rotated].flatMap(rememberMessages)).toEqual([]);
    expect(rememberMessages(reused)).toEqual([{ type: 'session.reuse-detected', userId: 'zoe' }]);
    expect(rememberMessages(revoked)).toEqual([{ type: 'session.forgotten', userId: 'zoe' }]);
  });
});
