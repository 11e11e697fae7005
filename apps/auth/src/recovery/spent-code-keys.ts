import { unreachable } from '#event-sourcing';
import { caseCodeKey } from './recovery.js';
import type { RecoveryEvent } from './recovery.events.js';

/** The data keys nobody needs any more once this has happened: eight digits would not stand long against a cracker (EVT-03). */
export const spentCodeKeys = (event: RecoveryEvent): readonly string[] => {
  switch (event.type) {
    case 'CaseCodeHeld':
      return event.data.voids.map(caseCodeKey);
    case 'CaseCodeRedeemed':
    case 'CaseCodeCancelled':
      return [caseCodeKey(event.data.codeId)];
    case 'CaseProofHeld':
    case 'CaseCodeRejected':
      return [];
    default:
      return unreachable(event);
  }
};
