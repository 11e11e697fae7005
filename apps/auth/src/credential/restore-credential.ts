import { records, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { CredentialDisabled, CredentialRestored } from './credential.events.js';

/**
 * A reactivated user may sign in again. A key that failures had disabled stays disabled, and this is said again: whoever
 * listens for the state would otherwise believe it restored.
 */
export const restoreCredential = (
  credential: Credential,
): Decision<CredentialRestored | CredentialDisabled> => {
  if (credential.kind === 'none' || !credential.deactivated) return records();
  const restored: CredentialRestored = { type: 'CredentialRestored', data: {} };
  if (!credential.disabledByFailures) return records(restored);
  const disabled: CredentialDisabled = {
    type: 'CredentialDisabled',
    data: { epoch: credential.epoch + 1, reason: 'too-many-failures', voids: [] },
  };
  return records<CredentialRestored | CredentialDisabled>(restored, disabled);
};
