import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { attempts } from './attempts.js';
import type { AttemptsEvent } from './attempts.events.js';
import { countFailure } from './count-failure.js';
import { fromOneNetwork } from './limits.js';
import type { Standing } from './standing.js';

const [EIGHT, ONE_PAST] = ['2026-11-22T08:00:00.000Z', '2026-11-22T08:01:00.000Z'];
const limits = fromOneNetwork(100);
const failed = (attemptId: string, standing: Standing): AttemptsEvent => ({
  type: 'AttemptFailed',
  data: { attemptId, standing },
});
const once = (at: string): Standing => ({ consecutive: 1, lastAt: at, recent: [{ at, count: 1 }] });

describe('a failure in a bucket of many people', () => {
  it('is counted when it happens: nothing was reserved before (LOG-05)', () => {
    given(attempts)
      .when((state) => countFailure(state, { attemptId: 'a1', at: EIGHT, limits }))
      .records(failed('a1', once(EIGHT)));
  });

  it('that is told late counts with those that came after: the tries stay in order', () => {
    given(attempts, failed('a2', once(ONE_PAST)))
      .when((state) => countFailure(state, { attemptId: 'a1', at: '2026-11-22T08:00:59.000Z', limits }))
      .records(
        failed('a1', {
          consecutive: 2,
          lastAt: '2026-11-22T08:00:59.000Z',
          recent: [{ at: ONE_PAST, count: 2 }],
        }),
      );
  });

  it.each([
    ['is remembered until the whole of its slot has left the window', '2026-11-22T08:10:59.000Z', 2],
    ['is forgotten when it has', '2026-11-22T08:11:00.000Z', 1],
  ])('%s (LOG-05)', (_, at, slots) => {
    const state = given(attempts, failed('a1', once(EIGHT)))
      .when((standing) => countFailure(standing, { attemptId: 'a2', at, limits }))
      .thenState();
    expect(state.recent).toHaveLength(slots);
  });
});
