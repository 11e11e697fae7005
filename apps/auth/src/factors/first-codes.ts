import type { RecoveryCodesIssued } from './factors.events.js';
import type { Factors } from './factors.js';
import { howMany } from './how-many.js';

/** Hashes of ten codes that nobody has been given yet, in the order of their numbers, joined by spaces. */
export type NewCodes = Readonly<{ setId: string; hashes: string }>;

/** Recovery codes come with the first factor: nobody is ever one lost phone away from being locked out (MFA-05). */
export const firstCodes = (factors: Factors, codes: NewCodes | null): readonly RecoveryCodesIssued[] =>
  howMany(factors) > 0 || codes === null
    ? []
    : [
        {
          type: 'RecoveryCodesIssued',
          data: { ...codes, voids: factors.codes?.setId ?? null, first: true },
        },
      ];
