import type { Credential, ProvisionalKey } from '../credential/credential.js';

/** Which hash the typed key is compared with: exactly one, whoever types whatever. */
export type Comparison =
  | Readonly<{ kind: 'chosen'; hash: string }>
  | Readonly<{ kind: 'provisional'; issueId: string; hash: string }>
  /** A hash nobody knows the key of (LOG-02): the answer is no, and takes as long as any other. */
  | Readonly<{ kind: 'decoy' }>;

type Facts = Readonly<{
  at: string;
  /** False when the account is throttled and only a provional key may still be tried (LOG-07). */
  chosenToo: boolean;
  /** Whether the typed text may be this provisional key; always false for text of another shape. */
  isMeant(key: ProvisionalKey): boolean;
}>;

/**
 * One comparison, never two: a second hash would tell by its time that a provisional key is outstanding, so that the
 * account exists. Trying the chosen key first and the provisional ones after would do that; so would three comparisons
 * for whatever has their shape. The keyed selector settles beforehand which one is meant. A chosen key that happens to
 * look like a provisional key is compared as a chosen key, but for one chance in 2^32 while one is outstanding.
 */
export const whatToCompare = (credential: Credential, { at, chosenToo, isMeant }: Facts): Comparison => {
  if (credential.kind === 'none' || credential.deactivated) return { kind: 'decoy' };
  const meant = credential.outstanding.find((key) => at < key.expiresAt && isMeant(key));
  if (meant?.hash != null) return { kind: 'provisional', issueId: meant.issueId, hash: meant.hash };
  if (!chosenToo || credential.disabledByFailures || credential.hash === null) return { kind: 'decoy' };
  return { kind: 'chosen', hash: credential.hash };
};
