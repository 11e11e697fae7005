import { unreachable, type Decision } from '#event-sourcing';
import type { UserMessage } from '#contracts';
import type { CredentialEvent } from '../credential/credential.events.js';
import type { Credential } from '../credential/credential.js';
import { disableCredential } from '../credential/disable-credential.js';
import { openCredential } from '../credential/open-credential.js';
import { renewKey } from '../credential/renew-key.js';
import { welcomeHolder } from '../credential/welcome-holder.js';
import { restoreCredential } from '../credential/restore-credential.js';

type Facts = Readonly<{ id: string; at: string }>;
type Follows = (state: Credential) => Decision<CredentialEvent, 'not-wanted'>;

/** What a credential does when this happened to its user; null when it is none of its business. */
export const credentialFollows = (message: UserMessage, { id, at }: Facts): Follows | null => {
  switch (message.type) {
    case 'user.registered': {
      const { role, locale, schoolId, identifierDigest, welcome = true } = message;
      const holder = { role, locale, schoolId, identifierDigest };
      return (state) => openCredential(state, { holder, requestId: id, at, welcome });
    }
    case 'user.deactivated':
      return (state) => disableCredential(state, { reason: 'deactivated' });
    case 'user.reactivated':
      return restoreCredential;
    case 'user.provisional-key-asked': {
      const { requestId, welcome = false } = message;
      return welcome
        ? (state) => welcomeHolder(state, { requestId, at })
        : (state) => renewKey(state, { requestId, reason: 'asked-by-manager', at });
    }
    // More than a decision: see `forgotten-credentials.step.ts`.
    case 'user.erased':
    case 'user.reference-email-change-requested':
    case 'user.reference-email-changed':
    case 'user.reference-email-change-vetoed':
    case 'user.identifier-disclosed':
    case 'user.recovery-requested':
      return null;
    default:
      return unreachable(message);
  }
};
