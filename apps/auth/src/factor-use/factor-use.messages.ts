import { unreachable } from '#event-sourcing';
import type { CredentialMessage } from '#contracts';
import type { FactorUseEvent } from './factor-use.events.js';

/** What other services hear of the use of factors: only that there may be a copy of one. */
export const factorUseMessages = (event: FactorUseEvent, userId: string): readonly CredentialMessage[] => {
  switch (event.type) {
    case 'PasskeyCounterWentBack':
      return [{ type: 'credential.passkey-suspected', userId }];
    case 'TotpUsed':
    case 'PasskeyUsed':
      return [];
    default:
      return unreachable(event);
  }
};
