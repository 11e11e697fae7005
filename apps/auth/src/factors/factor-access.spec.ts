import { describe, expect, it } from '@jest/globals';
import { given } from '#event-sourcing/testing';
import { later } from '../instant.js';
import { factorAccess } from './factor-access.js';
import { added, app, codeUsed, passkey, START } from './factors.examples.js';
import type { FactorsEvent } from './factors.events.js';
import { factors } from './factors.js';

const nothing = { factors: [], recoveryCodesUsed: null };
const access = (...history: FactorsEvent[]) => factorAccess(true, given(factors, ...history).state());
const passkeyAt = (seconds: number): FactorsEvent => {
  const addedAt = later(START, seconds);
  return { type: 'PasskeyAdded', data: { ...passkey(`p${seconds}`), addedAt, first: false } };
};

describe('what had to be given beside the key', () => {
  it('is nothing without a factor, nor of one who has no credential any more (GDP-02)', () => {
    expect(access()).toEqual(nothing);
    expect(factorAccess(false, given(factors, ...app, added()).state())).toEqual(nothing);
  });

  it('is any factor in force, in the order they were added', () => {
    expect(access(...app, passkeyAt(-60), passkeyAt(60)).factors).toEqual([
      { kind: 'passkey', addedAt: later(START, -60) },
      { kind: 'totp', addedAt: START },
      { kind: 'passkey', addedAt: later(START, 60) },
    ]);
    expect(access(added())).toEqual({
      factors: [{ kind: 'passkey', addedAt: START }],
      recoveryCodesUsed: null,
    });
  });

  it('is a recovery code where there are some, and it says how many were spent (MFA-05)', () => {
    expect(access(...app).recoveryCodesUsed).toBe(0);
    expect(access(...app, codeUsed(3, 9), codeUsed(4, 8)).recoveryCodesUsed).toBe(2);
  });
});
