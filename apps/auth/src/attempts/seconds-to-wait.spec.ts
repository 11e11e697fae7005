import { describe, expect, it } from '@jest/globals';
import { later } from '../instant.js';
import {
  fromEveryone,
  fromOneNetwork,
  guessing,
  renewalsFromANetwork,
  renewalsFromEveryone,
  renewalsOfAnAccount,
  triesOfOneCase,
  typingCodes,
  type Limits,
} from './limits.js';
import { secondsToWait } from './seconds-to-wait.js';
import { counting, untried, withMore, type Standing } from './standing.js';

const START = '2026-11-22T08:00:00.000Z';
const tried = (times: number, limits: Limits = guessing, at = START): Standing =>
  Array.from({ length: times }).reduce<Standing>((standing) => counting(standing, at, limits), untried);

describe('how long a bucket waits', () => {
  it('lets five failures go free (LOG-03)', () => {
    expect(secondsToWait(untried, guessing, START)).toBe(0);
    expect(secondsToWait(tried(4), guessing, START)).toBe(0);
    expect(secondsToWait(tried(5), guessing, START)).toBe(60);
  });

  it('doubles the wait with each failure, up to two hours (LOG-03)', () => {
    const minutes = [5, 6, 7, 8, 9, 10, 11, 12, 13, 20].map(
      (failures) => secondsToWait(tried(failures), guessing, START) / 60,
    );
    expect(minutes).toEqual([1, 2, 4, 8, 16, 32, 64, 120, 120, 120]);
  });

  it('counts the wait from the last attempt, and rounds it up', () => {
    expect(secondsToWait(tried(5), guessing, later(START, 59.5))).toBe(1);
    expect(secondsToWait(tried(5), guessing, later(START, 60))).toBe(0);
  });

  it('admits 25 in any 24 hours, however slowly they come (LOG-03)', () => {
    const hourly = Array.from({ length: 25 }, (_, hour) => later(START, hour * 3000)).reduce<Standing>(
      (standing, at) => ({ ...counting(standing, at, guessing), consecutive: 0 }),
      untried,
    );
    const last = later(START, 24 * 3000);
    expect(secondsToWait(hourly, guessing, last)).toBe(24 * 3600 - 24 * 3000);
    expect(secondsToWait(hourly, guessing, later(START, 24 * 3600))).toBe(0);
  });

  it('never admits more than the limit in any window, though it remembers slots of a minute only (LOG-05)', () => {
    const limits = fromOneNetwork(100);
    const last = '2026-11-22T08:00:59.000Z';
    const full = tried(99, limits, '2026-11-22T08:00:10.000Z');
    expect(secondsToWait(full, limits, last)).toBe(0);
    expect(full.recent).toHaveLength(1);
    const over = counting(full, last, limits);
    expect(secondsToWait(over, limits, last)).toBeGreaterThan(0);
    // Ten minutes after the last of them is the earliest that all can have left; the whole slot has then.
    expect(secondsToWait(over, limits, later(last, 599))).toBeGreaterThan(0);
    expect(secondsToWait(over, limits, '2026-11-22T08:11:00.000Z')).toBe(0);
  });

  it('counts what is under way as tried just now, and pauses for none of it (LOG-06)', () => {
    const limits = fromOneNetwork(10);
    const underWay = withMore(tried(7, limits), 3, later(START, 61), limits);
    expect(underWay).toEqual({
      ...tried(7, limits),
      recent: [
        { at: START, count: 7 },
        { at: later(START, 60), count: 3 },
      ],
    });
    expect(secondsToWait(underWay, limits, START)).toBe(660);
    expect(secondsToWait(withMore(tried(7, limits), 2, START, limits), limits, START)).toBe(0);
  });

  it('does not slow a network or a crowd down before their limit', () => {
    expect(secondsToWait(tried(99, fromOneNetwork(100)), fromOneNetwork(100), START)).toBe(0);
    expect(secondsToWait(tried(999, fromEveryone(1000)), fromEveryone(1000), START)).toBe(0);
    expect(secondsToWait(tried(1000, fromEveryone(1000)), fromEveryone(1000), START)).toBeGreaterThan(0);
  });

  it('holds every window of a renewal: one a minute, three an hour, five a day (FRG-08)', () => {
    const asked = (...minutes: readonly number[]) =>
      minutes.reduce<Standing>(
        (standing, minute) => counting(standing, later(START, minute * 60), renewalsOfAnAccount),
        untried,
      );
    const wait = (standing: Standing, minute: number) =>
      secondsToWait(standing, renewalsOfAnAccount, later(START, minute * 60)) / 60;
    expect(wait(asked(0), 0.5)).toBe(0.5);
    expect(wait(asked(0), 1)).toBe(0);
    expect(wait(asked(0, 1, 2), 3)).toBe(57);
    expect(wait(asked(0, 1, 2, 60, 62), 130)).toBe(24 * 60 - 130);
  });

  it('is over for a crowd beyond its limit when enough have left, and not with the first of them (LOG-05)', () => {
    const limits = fromOneNetwork(2);
    const [eight, one, two] = [0, 60, 120].map((seconds) => later(START, seconds));
    const over: Standing = {
      ...untried,
      recent: [eight!, one!, two!].map((at) => ({ at, count: 1 })),
    };
    expect(secondsToWait(over, limits, two!)).toBe(600);
    expect(secondsToWait(over, limits, '2026-11-22T08:11:59.000Z')).toBe(1);
    expect(secondsToWait(over, limits, '2026-11-22T08:12:00.000Z')).toBe(0);
  });

  it.each([
    ['codes of support typed from one network: five in ten minutes (TEL-10)', typingCodes, 5, 600],
    ['codes typed for one case: five a day, wherever they come from (TEL-10)', triesOfOneCase, 5, 24 * 3600],
    ['renewals from one network: ten an hour (FRG-08)', renewalsFromANetwork, 10, 3600],
    [
      'renewals of everyone: as many as set in ten minutes, in slots of one (FRG-08)',
      renewalsFromEveryone(7),
      7,
      660,
    ],
  ])('holds %s', (_, limits, most, seconds) => {
    expect(secondsToWait(tried(most - 1, limits), limits, START)).toBe(0);
    expect(secondsToWait(tried(most, limits), limits, START)).toBe(seconds);
  });
});
