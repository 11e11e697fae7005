import { describe, expect, it } from '@jest/globals';
import { later, secondsBetween } from '../instant.js';
import { attempts } from './attempts.js';
import { failAttempt, tooManyInARow } from './fail-attempt.js';
import { guessing } from './limits.js';
import { reserveAttempt } from './reserve-attempt.js';
import { secondsToWait } from './seconds-to-wait.js';
import { untried, type Standing } from './standing.js';

/** An attacker who tries whenever they may, told by a clock of ours (TST-04). Answers when each guess was let through. */
const attack = (hours: number) => {
  const guesses: string[] = [];
  let standing: Standing = untried;
  let now = '2026-11-22T08:00:00.000Z';
  const end = later(now, hours * 3600);
  while (now < end && !tooManyInARow(standing)) {
    const wait = secondsToWait(standing, guessing, now);
    const decision = reserveAttempt(standing, { attemptId: 'a', at: now, limits: guessing });
    expect(decision.kind).toBe(wait === 0 ? 'records' : 'refuses');
    if (decision.kind === 'records') {
      guesses.push(now);
      standing = decision.events.reduce(attempts.evolve, standing);
      const failed = failAttempt(standing, { attemptId: 'a' });
      if (failed.kind === 'records') standing = failed.events.reduce(attempts.evolve, standing);
    }
    now = later(now, Math.max(wait, 0.001));
  }
  return { guesses, standing };
};

const mostInADay = (guesses: readonly string[]) =>
  Math.max(
    ...guesses.map(
      (from) =>
        guesses.filter((at) => secondsBetween(from, at) >= 0 && secondsBetween(from, at) < 24 * 3600).length,
    ),
  );

describe('24 hours of attack on one account (TST-04)', () => {
  it('lets at most 25 guesses through, in any 24 hours of them', () => {
    const { guesses } = attack(24);
    expect(guesses.length).toBeLessThanOrEqual(25);
    expect(guesses.length).toBeGreaterThan(15);
  });

  it('never lets more than 25 through in any 24 hours of a month, and ends with the 100th', () => {
    const { guesses, standing } = attack(24 * 31);
    expect(mostInADay(guesses)).toBeLessThanOrEqual(25);
    expect(guesses).toHaveLength(100);
    expect(tooManyInARow(standing)).toBe(true);
  });
});
