import { records, refuses, type Decision } from '#event-sourcing';
import type { FactorKind } from '#contracts';
import { compulsoryFor } from './compulsory-for.js';
import type { FactorRemoved } from './factors.events.js';
import type { Factors } from './factors.js';
import { howMany } from './how-many.js';
import { codesKey, factorKey } from './data-key-names.js';

type Facts = Readonly<{ kind: FactorKind; factorId?: string | undefined; role: string }>;

/** Removes a factor. Where one is compulsory the last one stays: another is added first (MFA-01). */
export const removeFactor = (
  factors: Factors,
  { kind, factorId, role }: Facts,
): Decision<FactorRemoved, 'no-factor' | 'factor-compulsory'> => {
  const there =
    kind === 'totp'
      ? factors.totp?.factorId
      : factors.passkeys.find((passkey) => passkey.factorId === factorId)?.factorId;
  if (there === undefined) return refuses('no-factor');
  const left = howMany(factors) - 1;
  if (left === 0 && compulsoryFor(role)) return refuses('factor-compulsory');
  const codes = left === 0 && factors.codes !== null ? [codesKey(factors.codes.setId)] : [];
  return records({
    type: 'FactorRemoved',
    data: { kind, factorId: there, left, voids: [factorKey(there), ...codes] },
  });
};
