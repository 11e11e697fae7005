import { records, refuses, type Decision } from '#event-sourcing';
import type { RecoveryCodesIssued } from './factors.events.js';
import type { Factors } from './factors.js';
import type { NewCodes } from './first-codes.js';
import { howMany } from './how-many.js';

/** Issues a new set of recovery codes; of the one before, none opens anything any more (MFA-05). */
export const issueRecoveryCodes = (
  factors: Factors,
  codes: NewCodes,
): Decision<RecoveryCodesIssued, 'no-factor'> =>
  howMany(factors) === 0
    ? refuses('no-factor')
    : records({
        type: 'RecoveryCodesIssued',
        data: { ...codes, voids: factors.codes?.setId ?? null, first: false },
      });
