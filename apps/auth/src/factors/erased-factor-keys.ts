import { codesKey, factorKey } from './data-key-names.js';
import type { FactorsEvent } from './factors.events.js';

/** Every data key the second factors of an erased user ever had. */
export const erasedFactorKeys = (history: readonly FactorsEvent[]): readonly string[] =>
  history.flatMap((event) => {
    switch (event.type) {
      case 'TotpEnrolled':
      case 'PasskeyAdded':
        return [factorKey(event.data.factorId)];
      case 'RecoveryCodesIssued':
        return [codesKey(event.data.setId)];
      default:
        return [];
    }
  });
