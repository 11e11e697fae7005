import { records, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { KeyRenewalRequested } from './credential.events.js';
import { renewKey } from './renew-key.js';

type Facts = Readonly<{ requestId: string; at: string }>;

/** Asks for the first provisional key of a holder whose welcome mail has waited: only if they have no key and none is on its way. */
export const welcomeHolder = (
  credential: Credential,
  { requestId, at }: Facts,
): Decision<KeyRenewalRequested, 'not-wanted'> => {
  if (credential.kind === 'open') {
    const { generation, requests, outstanding } = credential;
    const isOnItsWay = requests.length > 0 || outstanding.some(({ expiresAt }) => at < expiresAt);
    if (generation > 0 || isOnItsWay) return records();
  }
  return renewKey(credential, { requestId, reason: 'welcome', at });
};
