import { records, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { CredentialOpened, Holder, KeyRenewalRequested } from './credential.events.js';

type Facts = Readonly<{ holder: Holder; requestId: string; at: string }>;

/** Opens the credential of a new user and asks for the first provisional key: it travels in the welcome mail. */
export const openCredential = (
  credential: Credential,
  { holder, requestId, at }: Facts,
): Decision<CredentialOpened | KeyRenewalRequested> =>
  credential.kind === 'open'
    ? records()
    : records<CredentialOpened | KeyRenewalRequested>(
        { type: 'CredentialOpened', data: { holder } },
        {
          type: 'KeyRenewalRequested',
          data: { requestId, reason: 'welcome', locale: holder.locale, requestedAt: at },
        },
      );
