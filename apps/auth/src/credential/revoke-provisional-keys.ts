import { records, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { ProvisionalKeysRevoked } from './credential.events.js';

/** "Ce n'est pas moi" (FRG-13): harmless if abused, since the key in force and the sessions stay. */
export const revokeProvisionalKeys = (credential: Credential): Decision<ProvisionalKeysRevoked> =>
  credential.kind === 'none' || credential.outstanding.length === 0
    ? records()
    : records({
        type: 'ProvisionalKeysRevoked',
        data: { voids: credential.outstanding.map(({ issueId }) => issueId) },
      });
