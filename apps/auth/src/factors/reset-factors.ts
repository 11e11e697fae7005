import { records, refuses, type Decision } from '#event-sourcing';
import { codesKey, factorKey } from './data-key-names.js';
import type { FactorsReset } from './factors.events.js';
import type { Factors } from './factors.js';
import { howMany } from './how-many.js';

/** Removes every factor of somebody who lost theirs, and the recovery codes with them. */
export const resetFactors = (
  factors: Factors,
  { by }: Readonly<{ by: string }>,
): Decision<FactorsReset, 'no-factor'> => {
  if (howMany(factors) === 0) return refuses('no-factor');
  const ids = [...(factors.totp === null ? [] : [factors.totp]), ...factors.passkeys];
  const voids = ids.map(({ factorId }) => factorKey(factorId));
  const codes = factors.codes === null ? [] : [codesKey(factors.codes.setId)];
  return records({ type: 'FactorsReset', data: { by, voids: [...voids, ...codes] } });
};
