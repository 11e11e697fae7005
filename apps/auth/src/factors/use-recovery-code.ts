import { records, refuses, type Decision } from '#event-sourcing';
import type { RecoveryCodeUsed } from './factors.events.js';
import type { Factors } from './factors.js';
import { codesLeft } from './how-many.js';

type Facts = Readonly<{ setId: string; number: number; isRight: boolean }>;

/** Spends a recovery code: one append, one winner (MFA-05). */
export const useRecoveryCode = (
  factors: Factors,
  { setId, number, isRight }: Facts,
): Decision<RecoveryCodeUsed, 'wrong-code' | 'code-used'> => {
  if (!isRight || factors.codes?.setId !== setId) return refuses('wrong-code');
  if (factors.codes.used.includes(number)) return refuses('code-used');
  const left = (codesLeft(factors) ?? 1) - 1;
  return records({ type: 'RecoveryCodeUsed', data: { setId, number, left } });
};
