import { records, refuses, type Decision } from '#event-sourcing';
import type { Credential } from './credential.js';
import type { ProvisionalKeySent } from './credential.events.js';

/** The mail was accepted: its request is answered and wants no further key. */
export const recordProvisionalKeySent = (
  credential: Credential,
  { issueId }: Readonly<{ issueId: string }>,
): Decision<ProvisionalKeySent, 'not-wanted'> => {
  if (credential.kind === 'none') return refuses('not-wanted');
  if (credential.redeemed?.issueId === issueId) return records();
  const issued = credential.outstanding.find((key) => key.issueId === issueId);
  if (issued === undefined) return refuses('not-wanted');
  const waits = credential.requests.some(({ requestId }) => requestId === issued.requestId);
  return waits
    ? records({ type: 'ProvisionalKeySent', data: { issueId, requestId: issued.requestId } })
    : records();
};
