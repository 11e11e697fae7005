import { unreachable } from '#event-sourcing';
import type { CredentialMessage } from '#contracts';
import type { FactorsEvent } from './factors.events.js';

/** What other services hear of somebody's second factors: that they changed, never a secret, a code or a key. */
export const factorsMessages = (event: FactorsEvent, userId: string): readonly CredentialMessage[] => {
  switch (event.type) {
    case 'TotpConfirmed':
      return [{ type: 'credential.factor-added', userId, kind: 'totp', first: event.data.first }];
    case 'PasskeyAdded':
      return [{ type: 'credential.factor-added', userId, kind: 'passkey', first: event.data.first }];
    case 'FactorRemoved': {
      const { kind, left } = event.data;
      return [{ type: 'credential.factor-removed', userId, kind, left }];
    }
    case 'FactorsReset':
      return [{ type: 'credential.factors-reset', userId }];
    case 'FactorsResetByCase':
      return [{ type: 'credential.factors-reset', userId, caseId: event.data.caseId }];
    case 'RecoveryCodesIssued':
      return [{ type: 'credential.recovery-codes-issued', userId, first: event.data.first }];
    case 'RecoveryCodeUsed':
      return [{ type: 'credential.recovery-code-used', userId, left: event.data.left }];
    case 'FactorGraceBegan':
    case 'RecoveryCodeReplaced':
    case 'TotpEnrolled':
      return [];
    default:
      return unreachable(event);
  }
};
