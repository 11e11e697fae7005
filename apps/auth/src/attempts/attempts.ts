import type { Aggregate } from '#event-sourcing';
import type { AttemptsEvent } from './attempts.events.js';
import { untried, type Standing } from './standing.js';

/**
 * The attempts of one bucket: `attempts-<digest of its purpose and subject>`. Known and unknown identifiers have theirs
 * alike, so that a throttle tells nobody which is which (LOG-04).
 */
export const attempts: Aggregate<Standing, AttemptsEvent> = {
  category: 'attempts',
  initial: untried,
  evolve: (_, event) => event.data.standing,
  settledBy: ['AttemptReserved', 'AttemptSucceeded', 'AttemptFailed', 'AttemptWithdrawn', 'RenewalAsked'],
};
