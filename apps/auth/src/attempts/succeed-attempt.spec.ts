import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { attempts } from './attempts.js';
import type { AttemptsEvent } from './attempts.events.js';
import { fromOneNetwork, guessing } from './limits.js';
import { succeedAttempt } from './succeed-attempt.js';

const [EIGHT, NINE] = ['2026-11-22T08:00:00.000Z', '2026-11-22T09:00:00.000Z'];
const reserved = (data: AttemptsEvent['data']): AttemptsEvent => ({ type: 'AttemptReserved', data });

describe('an attempt that succeeds', () => {
  it('forgives the failures before it and no longer counts itself (LOG-07)', () => {
    const standing = { consecutive: 2, lastAt: NINE, recent: [EIGHT, NINE].map((at) => ({ at, count: 1 })) };
    given(attempts, reserved({ attemptId: 'a2', standing }))
      .when((state) => succeedAttempt(state, { attemptId: 'a2', reservedAt: NINE, limits: guessing }))
      .records({
        type: 'AttemptSucceeded',
        data: {
          attemptId: 'a2',
          standing: { consecutive: 0, lastAt: NINE, recent: [{ at: EIGHT, count: 1 }] },
        },
      });
  });

  it('takes one from its slot of time and leaves those of others (LOG-05)', () => {
    const standing = { consecutive: 3, lastAt: EIGHT, recent: [{ at: EIGHT, count: 3 }] };
    const state = given(attempts, reserved({ attemptId: 'a3', standing }))
      .when((now) =>
        succeedAttempt(now, {
          attemptId: 'a3',
          reservedAt: '2026-11-22T08:00:41.000Z',
          limits: fromOneNetwork(100),
        }),
      )
      .thenState();
    expect(state.recent).toEqual([{ at: EIGHT, count: 2 }]);
  });
});
