import type { FactorKind } from '#contracts';
import type { Factors } from './factors.js';

/** What had to be given beside the key at an instant. */
export type FactorAccess = Readonly<{
  /** The factors in force, in the order they were added. */
  factors: { kind: FactorKind; addedAt: string }[];
  /** How many recovery codes were spent already; null where none stood in for a factor. */
  recoveryCodesUsed: number | null;
}>;

/** Reads it off the state at that instant. Who has no credential (any more) has nothing to give: the keys of an erased user's factors are destroyed. */
export const factorAccess = (hasCredential: boolean, { totp, passkeys, codes }: Factors): FactorAccess => {
  if (!hasCredential) return { factors: [], recoveryCodesUsed: null };
  const apps = totp === null ? [] : [{ kind: 'totp' as const, addedAt: totp.addedAt }];
  const keys = passkeys.map(({ addedAt }) => ({ kind: 'passkey' as const, addedAt }));
  return {
    factors: [...apps, ...keys].sort((one, other) => (one.addedAt < other.addedAt ? -1 : 1)),
    recoveryCodesUsed: codes === null ? null : codes.used.length,
  };
};
