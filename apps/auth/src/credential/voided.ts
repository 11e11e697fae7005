import type { OpenCredential } from './credential.js';

/** Every provisional key that a new key makes void, the redeemed one included. */
export const voided = ({ outstanding, redeemed }: OpenCredential): readonly string[] =>
  [...(redeemed === null ? [] : [redeemed]), ...outstanding].map(({ issueId }) => issueId);
