import { records, refuses, type Decision } from '#event-sourcing';
import type { FactorsReset } from './factors.events.js';
import type { Factors } from './factors.js';
import { howMany } from './how-many.js';
import { keysOfFactors } from './keys-of-factors.js';

/** Removes every factor of somebody who lost theirs, and the recovery codes with them. */
export const resetFactors = (
  factors: Factors,
  { by }: Readonly<{ by: string }>,
): Decision<FactorsReset, 'no-factor'> =>
  howMany(factors) === 0
    ? refuses('no-factor')
    : records({ type: 'FactorsReset', data: { by, voids: keysOfFactors(factors) } });
