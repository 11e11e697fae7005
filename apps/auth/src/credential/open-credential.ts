import { records, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { CredentialOpened, Holder, KeyRenewalRequested } from './credential.events.js';

type Facts = Readonly<{ holder: Holder; requestId: string; at: string; welcome?: boolean }>;

/** Opens the credential of a new user and asks for the first provisional key, which travels in the welcome mail, unless that waits. */
export const openCredential = (
  credential: Credential,
  { holder, requestId, at, welcome = true }: Facts,
): Decision<CredentialOpened | KeyRenewalRequested> => {
  if (credential.kind === 'open') return records();
  const opened: CredentialOpened = { type: 'CredentialOpened', data: { holder } };
  if (!welcome) return records(opened);
  return records<CredentialOpened | KeyRenewalRequested>(opened, {
    type: 'KeyRenewalRequested',
    data: { requestId, reason: 'welcome', locale: holder.locale, requestedAt: at },
  });
};
