import { unreachable } from '#event-sourcing';
import { codesKey, factorKey } from './data-key-names.js';
import type { FactorsEvent } from './factors.events.js';

/** The data keys nobody needs any more once this has happened: a secret that opens nothing must not wait for a thief (EVT-03). */
export const supersededFactorKeys = (event: FactorsEvent): readonly string[] => {
  switch (event.type) {
    case 'TotpConfirmed':
      return event.data.replaces === null ? [] : [factorKey(event.data.replaces)];
    case 'TotpEnrolled':
      return event.data.voids === null ? [] : [factorKey(event.data.voids)];
    case 'FactorRemoved':
    case 'FactorsReset':
    case 'FactorsResetByCase':
      return event.data.voids;
    case 'RecoveryCodesIssued':
      return event.data.voids === null ? [] : [codesKey(event.data.voids)];
    case 'FactorGraceBegan':
    case 'PasskeyAdded':
    case 'RecoveryCodeUsed':
    case 'RecoveryCodeReplaced':
      return [];
    default:
      return unreachable(event);
  }
};
