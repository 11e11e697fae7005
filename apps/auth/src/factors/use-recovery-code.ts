import { records, refuses, type Decision } from '#event-sourcing';
import type { RecoveryCodeReplaced, RecoveryCodeUsed } from './factors.events.js';
import type { Factors } from './factors.js';
import { codesLeft } from './how-many.js';

type Facts = Readonly<{
  setId: string;
  number: number;
  isRight: boolean;
  /** What the typed code was compared with. Another use may have put another hash in its place since (EVT-08). */
  comparedWith: string;
  /** Hash of the code that takes its place; null where nobody could be shown one. */
  replacement: string | null;
}>;

/** Spends a recovery code, one append, one winner; the one that takes its place comes in the same append (MFA-05). */
export const useRecoveryCode = (
  factors: Factors,
  { setId, number, isRight, comparedWith, replacement }: Facts,
): Decision<RecoveryCodeUsed | RecoveryCodeReplaced, 'wrong-code' | 'code-used'> => {
  if (!isRight || factors.codes?.setId !== setId) return refuses('wrong-code');
  const { used, hashes } = factors.codes;
  if (used.includes(number) || hashes?.[number] !== comparedWith) return refuses('code-used');
  const left = (codesLeft(factors) ?? 1) - 1;
  return records<RecoveryCodeUsed | RecoveryCodeReplaced>(
    { type: 'RecoveryCodeUsed', data: { setId, number, left } },
    ...(replacement === null
      ? []
      : [{ type: 'RecoveryCodeReplaced' as const, data: { setId, number, hash: replacement } }]),
  );
};
