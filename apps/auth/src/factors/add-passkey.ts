import { records, refuses, type Decision } from '#event-sourcing';
import type { Passkey, PasskeyAdded, RecoveryCodesIssued } from './factors.events.js';
import type { Factors } from './factors.js';
import { firstCodes, type NewCodes } from './first-codes.js';
import { howMany } from './how-many.js';

/** More of them nobody could tell apart any more. */
const MOST = 10;

type Facts = Readonly<{ passkey: Passkey; codes: NewCodes | null }>;

/** Adds a passkey that is none of those there already. With the first factor come the recovery codes, in the same append. */
export const addPasskey = (
  factors: Factors,
  { passkey, codes }: Facts,
): Decision<PasskeyAdded | RecoveryCodesIssued, 'passkey-known' | 'too-many-passkeys'> => {
  if (factors.passkeys.some(({ credentialId }) => credentialId === passkey.credentialId))
    return refuses('passkey-known');
  if (factors.passkeys.length >= MOST) return refuses('too-many-passkeys');
  const first = howMany(factors) === 0;
  const added: PasskeyAdded = { type: 'PasskeyAdded', data: { ...passkey, first } };
  return records<PasskeyAdded | RecoveryCodesIssued>(added, ...firstCodes(factors, codes));
};
