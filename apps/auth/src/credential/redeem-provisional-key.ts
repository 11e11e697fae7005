import { records, refuses, type Decision } from '#event-sourcing';
import { type Credential } from './credential.js';
import type { ProvisionalKeyRedeemed } from './credential.events.js';
import { voided } from './voided.js';

type Facts = Readonly<{ issueId: string; sessionId: string; at: string }>;

/**
 * Uses a provisional key, once: the first use kills all that are outstanding (C7). It opens a session in which a key can
 * be chosen and nothing else done (FRG-02).
 */
export const redeemProvisionalKey = (
  credential: Credential,
  { issueId, sessionId, at }: Facts,
): Decision<ProvisionalKeyRedeemed, 'no-longer-valid'> => {
  if (credential.kind === 'none' || credential.deactivated) return refuses('no-longer-valid');
  const key = credential.outstanding.find((outstanding) => outstanding.issueId === issueId);
  if (key === undefined || at >= key.expiresAt) return refuses('no-longer-valid');
  const voids = voided(credential).filter((other) => other !== issueId);
  return records({ type: 'ProvisionalKeyRedeemed', data: { issueId, sessionId, voids } });
};
