import { records, type Decision } from '#event-sourcing';
import { later } from '../instant.js';
import type { FactorGraceBegan } from './factors.events.js';
import type { Factors } from './factors.js';
import { graceFor } from './grace-for.js';
import { howMany } from './how-many.js';

/** Seven days from the first full sign-in to set up a second factor where it is compulsory and can wait (MFA-01). */
const GRACE = 7 * 24 * 60 * 60;

/** Notes the first sign-in of somebody who must set up a factor and has none. The time given once is never given again. */
export const beginGrace = (
  factors: Factors,
  { role, at }: Readonly<{ role: string; at: string }>,
): Decision<FactorGraceBegan> =>
  !graceFor(role) || howMany(factors) > 0 || factors.graceUntil !== null
    ? records()
    : records({ type: 'FactorGraceBegan', data: { until: later(at, GRACE) } });
