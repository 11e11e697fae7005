import { unreachable } from '#event-sourcing';
import type { CredentialMessage } from '#contracts';
import type { RecoveryEvent } from './recovery.events.js';

/** What other services hear of codes: which case, never a hash. */
export const recoveryMessages = (event: RecoveryEvent, userId: string): readonly CredentialMessage[] => {
  switch (event.type) {
    case 'CaseCodeHeld': {
      const { caseId, codeId, byMail } = event.data;
      return [{ type: 'credential.recovery-code-held', userId, caseId, codeId, byMail }];
    }
    case 'CaseCodeRejected':
      return [{ type: 'credential.recovery-code-rejected', userId, caseId: event.data.caseId }];
    case 'CaseCodeRedeemed':
      return [{ type: 'credential.recovery-code-redeemed', userId, caseId: event.data.caseId }];
    case 'CaseProofHeld':
    case 'CaseCodeCancelled':
      return [];
    default:
      return unreachable(event);
  }
};
