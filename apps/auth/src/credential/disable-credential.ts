import { records, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { CredentialDisabled } from './credential.events.js';
import { voided } from './voided.js';

/**
 * Disables the credential and ends every session. After too many failures (LOG-03) only the chosen key is dead: a
 * provisional key still opens the way to another one. A deactivated user has no way in at all.
 */
export const disableCredential = (
  credential: Credential,
  { reason }: Pick<CredentialDisabled['data'], 'reason'>,
): Decision<CredentialDisabled> => {
  if (credential.kind === 'none') return records();
  const already = reason === 'deactivated' ? credential.deactivated : credential.disabledByFailures;
  if (already) return records();
  const voids = reason === 'deactivated' ? voided(credential) : [];
  return records({ type: 'CredentialDisabled', data: { epoch: credential.epoch + 1, reason, voids } });
};
