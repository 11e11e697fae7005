import { records, refuses, type Decision } from '#event-sourcing';
import type { FactorsResetByCase } from './factors.events.js';
import type { Factors } from './factors.js';
import { howMany } from './how-many.js';
import { keysOfFactors } from './keys-of-factors.js';

type Facts = Readonly<{ caseId: string; at: string }>;

/** Removes every factor of a manager who lost theirs and came back through a case of support; there is no other grace (TEL-11). */
export const resetFactorsByCase = (
  factors: Factors,
  { caseId, at }: Facts,
): Decision<FactorsResetByCase, 'no-factor'> =>
  howMany(factors) === 0
    ? refuses('no-factor')
    : records({ type: 'FactorsResetByCase', data: { caseId, at, voids: keysOfFactors(factors) } });
