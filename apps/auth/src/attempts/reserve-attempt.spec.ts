import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { later } from '../instant.js';
import { attempts } from './attempts.js';
import type { AttemptsEvent } from './attempts.events.js';
import { guessing } from './limits.js';
import { reserveAttempt } from './reserve-attempt.js';
import { succeedAttempt } from './succeed-attempt.js';
import type { Standing } from './standing.js';

const START = '2026-11-22T08:00:00.000Z';
const reserve = (attemptId: string, at: string) => (standing: Standing) =>
  reserveAttempt(standing, { attemptId, at, limits: guessing });

const reserved = (attemptId: string, standing: Standing): AttemptsEvent => ({
  type: 'AttemptReserved',
  data: { attemptId, standing },
});
const after = (consecutive: number, at = START): Standing => ({
  consecutive,
  lastAt: at,
  recent: Array.from({ length: consecutive }, () => ({ at, count: 1 })),
});

describe('reserving an attempt', () => {
  it('counts as a failure at once, before anybody knows how it ends (LOG-06)', () => {
    given(attempts)
      .when(reserve('a1', START))
      .records(reserved('a1', after(1)));
  });

  it('refuses without recording anything when the bucket waits', () => {
    given(attempts, reserved('a5', after(5)))
      .when(reserve('a6', later(START, 59)))
      .refuses('too-many-attempts');
  });

  it('admits the next when the wait is over', () => {
    const standing = given(attempts, reserved('a5', after(5)))
      .when(reserve('a6', later(START, 60)))
      .thenState();
    expect(standing.consecutive).toBe(6);
  });

  it('needs no event but the last (invariant 9)', () => {
    const all = given(attempts, reserved('a1', after(1)), reserved('a2', after(2))).state();
    expect(given(attempts, reserved('a2', after(2))).state()).toEqual(all);
  });

  it('forgets what lies a day back', () => {
    const at = later(START, 24 * 3600);
    const standing = given(attempts, reserved('a3', after(3)))
      .when(reserve('a4', at))
      .thenState();
    expect(standing).toEqual({ consecutive: 4, lastAt: at, recent: [{ at, count: 1 }] });
  });

  it('gives five free failures again after a success, but no more than 25 a day (LOG-03)', () => {
    const succeed = (standing: Standing) =>
      succeedAttempt(standing, { attemptId: 'a5', reservedAt: START, limits: guessing });
    const standing = given(attempts, reserved('a5', after(5)))
      .when(succeed)
      .thenState();
    expect(standing.consecutive).toBe(0);
    expect(standing.recent.reduce((sum, { count }) => sum + count, 0)).toBe(4);
  });
});
