import type { CredentialEvent } from './credential.events.js';
import { generationKey, provisionalKey } from './data-key-names.js';

/** Every data key a credential ever had, by its whole history; most are destroyed already. */
export const erasedKeys = (history: readonly CredentialEvent[], userId: string): readonly string[] => [
  ...new Set(history.flatMap((event) => namedIn(event, userId))),
];

const namedIn = (event: CredentialEvent, userId: string): readonly string[] => {
  switch (event.type) {
    case 'KeyImported':
    case 'KeyChosen':
    case 'KeyChanged':
    case 'KeyRehashed':
      return [generationKey(userId, event.data.generation)];
    case 'ProvisionalKeyIssued':
      return [provisionalKey(event.data.issueId)];
    default:
      return [];
  }
};
