import { records, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { CredentialErased } from './credential.events.js';

/** Forgets the credential of an erased user, and ends every session with it. */
export const eraseCredential = (credential: Credential): Decision<CredentialErased> =>
  credential.kind === 'none'
    ? records()
    : records({ type: 'CredentialErased', data: { epoch: credential.epoch + 1 } });
