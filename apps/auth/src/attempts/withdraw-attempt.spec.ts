import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { attempts } from './attempts.js';
import { guessing } from './limits.js';
import { withdrawAttempt } from './withdraw-attempt.js';

const [EIGHT, NINE] = ['2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z'];

describe('an attempt that did not take place', () => {
  it('leaves the failures before it as they were', () => {
    const standing = { consecutive: 2, lastAt: NINE, recent: [EIGHT, NINE].map((at) => ({ at, count: 1 })) };
    given(attempts, { type: 'AttemptReserved', data: { attemptId: 'a2', standing } })
      .when((state) => withdrawAttempt(state, { attemptId: 'a2', reservedAt: NINE, limits: guessing }))
      .records({
        type: 'AttemptWithdrawn',
        data: {
          attemptId: 'a2',
          standing: { consecutive: 1, lastAt: NINE, recent: [{ at: EIGHT, count: 1 }] },
        },
      });
  });
});
