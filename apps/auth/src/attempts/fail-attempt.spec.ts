import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { attempts } from './attempts.js';
import { failAttempt, tooManyInARow } from './fail-attempt.js';
import { untried } from './standing.js';

const at = '2026-11-22T08:00:00.000Z';
const standing = { consecutive: 1, lastAt: at, recent: [{ at, count: 1 }] };

describe('an attempt that fails', () => {
  it('is noted and counted once: its reservation counted already (LOG-06)', () => {
    given(attempts, { type: 'AttemptReserved', data: { attemptId: 'a1', standing } })
      .when((state) => failAttempt(state, { attemptId: 'a1' }))
      .records({ type: 'AttemptFailed', data: { attemptId: 'a1', standing } });
  });

  it('disables the key when it is the 100th in a row (LOG-03, NIST 800-63B-4 3.2.2)', () => {
    expect(tooManyInARow({ ...untried, consecutive: 99 })).toBe(false);
    expect(tooManyInARow({ ...untried, consecutive: 100 })).toBe(true);
    // Somebody died between the 100th and the disabling: the next one makes up for it.
    expect(tooManyInARow({ ...untried, consecutive: 101 })).toBe(true);
  });
});
