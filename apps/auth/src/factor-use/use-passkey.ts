import { records, type Decision } from '#event-sourcing';
import type { FactorUse, PasskeyCounterWentBack, PasskeyUsed } from './factor-use.events.js';

type Facts = Readonly<{
  factorId: string;
  /** What its counter said when it was added. */
  addedWith: number;
  /** What it says now; 0 for ever on those that do not count. */
  counter: number;
}>;

/**
 * Notes the use of a passkey whose signature is right. A counter that does not rise is remembered and refused: of two that were
 * one, one is a copy (WebAuthn Level 3, 6.1.1). The counter it should have passed stays, so that the copy never overtakes unseen.
 */
export const usePasskey = (
  { totp, counters }: FactorUse,
  { factorId, addedWith, counter }: Facts,
): Decision<PasskeyUsed | PasskeyCounterWentBack> => {
  const expectedAbove = Object.hasOwn(counters, factorId) ? counters[factorId]! : addedWith;
  if (expectedAbove > 0 && counter <= expectedAbove) {
    return records({
      type: 'PasskeyCounterWentBack',
      data: { factorId, expectedAbove, counter, totp, counters },
    });
  }
  return records({
    type: 'PasskeyUsed',
    data: { factorId, counter, totp, counters: { ...counters, [factorId]: counter } },
  });
};
