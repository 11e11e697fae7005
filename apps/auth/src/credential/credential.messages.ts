import { unreachable } from '#event-sourcing';
import type { CredentialMessage } from '#contracts';
import type { CredentialEvent } from './credential.events.js';

/** What other services hear of a credential: never a hash, never a provisional key. */
export const credentialMessages = (event: CredentialEvent, userId: string): readonly CredentialMessage[] => {
  switch (event.type) {
    case 'CredentialOpened':
      return [{ type: 'credential.opened', userId }];
    case 'KeyRenewalRequested': {
      const { requestId, reason, locale } = event.data;
      return [{ type: 'credential.key-renewal-requested', userId, requestId, reason, locale }];
    }
    case 'KeyImported':
      return [{ type: 'credential.key-imported', userId, generation: event.data.generation }];
    case 'KeyChosen': {
      const { epoch, generation } = event.data;
      return [{ type: 'credential.key-chosen', userId, epoch, generation }];
    }
    case 'KeyChanged': {
      const { epoch, generation, keptSession } = event.data;
      return [{ type: 'credential.key-changed', userId, epoch, generation, keptSession }];
    }
    case 'SessionsEnded':
      return [{ type: 'credential.sessions-ended', userId, ...event.data }];
    case 'CredentialDisabled': {
      const { epoch, reason } = event.data;
      return [{ type: 'credential.disabled', userId, epoch, reason }];
    }
    case 'CredentialErased':
      return [{ type: 'credential.disabled', userId, epoch: event.data.epoch, reason: 'erased' }];
    case 'CredentialRestored':
      return [{ type: 'credential.restored', userId }];
    case 'ProvisionalKeyIssued':
    case 'ProvisionalKeySent':
    case 'ProvisionalKeyRedeemed':
    case 'ProvisionalKeysRevoked':
    case 'KeyRehashed':
      return [];
    default:
      return unreachable(event);
  }
};
