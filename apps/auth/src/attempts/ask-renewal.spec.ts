import { describe, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { later } from '../instant.js';
import { askRenewal } from './ask-renewal.js';
import { attempts } from './attempts.js';
import type { AttemptsEvent } from './attempts.events.js';

const START = '2026-11-22T08:00:00.000Z';
const facts = (requestId: string, at: string) =>
  ({ requestId, sealedRequest: 'sealed', locale: 'fr', at }) as const;
const asked = (requestId: string, ...times: readonly string[]): AttemptsEvent => ({
  type: 'RenewalAsked',
  data: {
    attemptId: requestId,
    requestId,
    sealedRequest: 'sealed',
    locale: 'fr',
    standing: {
      consecutive: times.length,
      lastAt: times.at(-1) ?? null,
      recent: times.map((at) => ({ at, count: 1 })),
    },
  },
});

describe('asking for a key renewal', () => {
  it('is noted, right or wrong: nobody looks the pair up before the answer (FRG-06)', () => {
    given(attempts)
      .when((state) => askRenewal(state, facts('r1', START)))
      .records(asked('r1', START));
  });

  it('is not heard twice in a minute (FRG-08)', () => {
    given(attempts, asked('r1', START))
      .when((state) => askRenewal(state, facts('r2', later(START, 59))))
      .refuses('too-many-attempts');
  });

  it('is heard again after a minute, and a fourth time only after an hour (FRG-08)', () => {
    const times = [0, 60, 120].map((seconds) => later(START, seconds));
    given(attempts, asked('r2', ...times.slice(0, 2)))
      .when((state) => askRenewal(state, facts('r3', times[2]!)))
      .records(asked('r3', ...times));
    given(attempts, asked('r3', ...times))
      .when((state) => askRenewal(state, facts('r4', later(START, 1800))))
      .refuses('too-many-attempts');
  });
});
