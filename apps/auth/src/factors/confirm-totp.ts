import { records, refuses, type Decision } from '#event-sourcing';
import type { RecoveryCodesIssued, TotpConfirmed } from './factors.events.js';
import type { Factors } from './factors.js';
import { firstCodes, type NewCodes } from './first-codes.js';
import { howMany } from './how-many.js';

type Facts = Readonly<{
  /** The pending app whose code was typed. */
  factorId: string;
  codes: NewCodes | null;
  at: string;
}>;

/** Puts the app in force that showed the right code. With the first factor come the recovery codes, in the same append. */
export const confirmTotp = (
  factors: Factors,
  { factorId, codes, at }: Facts,
): Decision<TotpConfirmed | RecoveryCodesIssued, 'not-started'> => {
  if (factors.pending?.factorId !== factorId) return refuses('not-started');
  const confirmed: TotpConfirmed = {
    type: 'TotpConfirmed',
    data: {
      factorId,
      replaces: factors.totp?.factorId ?? null,
      first: howMany(factors) === 0,
      addedAt: at,
    },
  };
  return records<TotpConfirmed | RecoveryCodesIssued>(confirmed, ...firstCodes(factors, codes));
};
