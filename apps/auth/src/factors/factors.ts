import { unreachable, type Aggregate } from '#event-sourcing';
import { codesKey, factorKey } from './data-key-names.js';
import type { FactorsEvent, Passkey } from './factors.events.js';

/** An app that shows codes. The secret is null once its data key is destroyed: then no code is right. */
export type Totp = Readonly<{ factorId: string; secret: string | null; addedAt: string }>;

/** The recovery codes in force, by number; those in `used` are spent. */
export type RecoveryCodes = Readonly<{
  setId: string;
  hashes: readonly string[] | null;
  used: readonly number[];
}>;

/** What a user has beside the key. */
export type Factors = Readonly<{
  /** When the time to set one up is over, where that is compulsory. */
  graceUntil: string | null;
  /** An app that has not shown a code yet. */
  pending: Readonly<{ factorId: string; secret: string | null }> | null;
  totp: Totp | null;
  passkeys: readonly Passkey[];
  codes: RecoveryCodes | null;
  /** The last time support removed all there was (TEL-11). */
  resetByCase: Readonly<{ caseId: string; at: string }> | null;
}>;

const none: Factors = {
  graceUntil: null,
  pending: null,
  totp: null,
  passkeys: [],
  codes: null,
  resetByCase: null,
};

/** The second factors of one user: `factors-<user id>`. They change rarely, so the stream stays short; uses have their own. */
export const factors: Aggregate<Factors, FactorsEvent> = {
  category: 'factors',
  initial: none,
  evolve: (state, event) => {
    switch (event.type) {
      case 'FactorGraceBegan':
        return { ...state, graceUntil: event.data.until };
      case 'TotpEnrolled':
        return {
          ...state,
          pending: { factorId: event.data.factorId, secret: event.data.secret },
        };
      case 'TotpConfirmed': {
        const { factorId, addedAt } = event.data;
        return {
          ...state,
          pending: null,
          totp: { factorId, secret: state.pending?.secret ?? null, addedAt },
        };
      }
      case 'PasskeyAdded': {
        const { first: _, ...passkey } = event.data;
        return { ...state, passkeys: [...state.passkeys, passkey] };
      }
      case 'FactorRemoved':
        return without(state, event.data);
      case 'FactorsReset':
        return { ...none, graceUntil: state.graceUntil, resetByCase: state.resetByCase };
      case 'FactorsResetByCase': {
        const { caseId, at } = event.data;
        // Whatever time there was is over: the next sign-in leads to setting one up.
        return { ...none, graceUntil: at, resetByCase: { caseId, at } };
      }
      case 'RecoveryCodesIssued': {
        const { setId, hashes } = event.data;
        return { ...state, codes: { setId, hashes: hashes?.split(' ') ?? null, used: [] } };
      }
      case 'RecoveryCodeUsed':
        return state.codes === null
          ? state
          : { ...state, codes: { ...state.codes, used: [...state.codes.used, event.data.number] } };
      case 'RecoveryCodeReplaced':
        return state.codes === null ? state : { ...state, codes: replaced(state.codes, event.data) };
      default:
        return unreachable(event);
    }
  },
  protects: {
    TotpEnrolled: { secret: ({ factorId }) => factorKey(factorId) },
    PasskeyAdded: { publicKey: ({ factorId }) => factorKey(factorId) },
    RecoveryCodesIssued: { hashes: ({ setId }) => codesKey(setId) },
    RecoveryCodeReplaced: { hash: ({ setId }) => codesKey(setId) },
  },
};

const replaced = (
  codes: RecoveryCodes,
  { number, hash }: Readonly<{ number: number; hash: string | null }>,
): RecoveryCodes => ({
  ...codes,
  hashes: codes.hashes?.map((each, index) => (index === number && hash !== null ? hash : each)) ?? null,
  used: codes.used.filter((each) => each !== number),
});

const without = (
  state: Factors,
  { factorId, left }: Readonly<{ factorId: string; left: number }>,
): Factors => ({
  ...state,
  totp: state.totp?.factorId === factorId ? null : state.totp,
  passkeys: state.passkeys.filter((passkey) => passkey.factorId !== factorId),
  codes: left === 0 ? null : state.codes,
});
