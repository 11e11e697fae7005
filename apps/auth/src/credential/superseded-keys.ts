import { unreachable } from '#event-sourcing';
import type { CredentialEvent } from './credential.events.js';
import { generationKey, provisionalKey } from './data-key-names.js';

/** The data keys nobody needs any more once this has happened: hashes under them must not wait for a cracker (EVT-03). */
export const supersededKeys = (event: CredentialEvent, userId: string): readonly string[] => {
  switch (event.type) {
    case 'KeyChosen':
    case 'KeyChanged':
      return [...before(userId, event.data.generation), ...event.data.voids.map(provisionalKey)];
    case 'KeyRehashed':
      return before(userId, event.data.generation);
    case 'ProvisionalKeyRedeemed':
      return [event.data.issueId, ...event.data.voids].map(provisionalKey);
    case 'ProvisionalKeyIssued':
    case 'ProvisionalKeysRevoked':
    case 'CredentialDisabled':
      return event.data.voids.map(provisionalKey);
    case 'CredentialOpened':
    case 'KeyRenewalRequested':
    case 'ProvisionalKeySent':
    case 'SessionsEnded':
    case 'KeyImported':
    case 'CredentialRestored':
    // Its keys are destroyed with the rest of the person: `erased-keys.ts`.
    case 'CredentialErased':
      return [];
    default:
      return unreachable(event);
  }
};

const before = (userId: string, generation: number) =>
  generation > 1 ? [generationKey(userId, generation - 1)] : [];
