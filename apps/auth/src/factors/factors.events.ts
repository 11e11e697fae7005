import type { DomainEvent } from '#event-sourcing';
import type { FactorKind } from '#contracts';

/** A person whose role makes a second factor compulsory signed in without one: until `until` it is only asked for. */
export type FactorGraceBegan = DomainEvent<'FactorGraceBegan', { until: string }>;

/** An app is being set up, in the place of the attempt at it that `voids` names. Its secret stands encrypted; it counts once a code of it was typed. */
export type TotpEnrolled = DomainEvent<
  'TotpEnrolled',
  { factorId: string; secret: string | null; voids: string | null }
>;
/** The app showed the right code and is in force, in the place of the one `replaces` names. */
export type TotpConfirmed = DomainEvent<
  'TotpConfirmed',
  { factorId: string; replaces: string | null; first: boolean; addedAt: string }
>;

/** A passkey of WebAuthn. The public key stands encrypted, so that it can be forgotten with its holder. */
export type Passkey = Readonly<{
  factorId: string;
  credentialId: string;
  publicKey: string | null;
  /** What its counter said when it was added; what it said last is in its uses. */
  counter: number;
  transports: readonly string[];
  /** The browser it was added in, in words. */
  device: string;
  addedAt: string;
}>;
export type PasskeyAdded = DomainEvent<'PasskeyAdded', Passkey & Readonly<{ first: boolean }>>;

/** The holder removed a factor; `left` still stand. With the last one the recovery codes go too. */
export type FactorRemoved = DomainEvent<
  'FactorRemoved',
  { kind: FactorKind; factorId: string; left: number; voids: readonly string[] }
>;
/** The manager `by` removed all factors of somebody who had lost theirs. */
export type FactorsReset = DomainEvent<'FactorsReset', { by: string; voids: readonly string[] }>;

/** Support removed all factors of a manager who had lost theirs: two operators agreed in the case `caseId`, whose code they then came back with (TEL-11). */
export type FactorsResetByCase = DomainEvent<
  'FactorsResetByCase',
  { caseId: string; at: string; voids: readonly string[] }
>;

/** Ten codes for the day the factor is lost. Only their hashes stand here, encrypted and joined by spaces; the set `voids` names is void. */
export type RecoveryCodesIssued = DomainEvent<
  'RecoveryCodesIssued',
  { setId: string; hashes: string | null; voids: string | null; first: boolean }
>;
/** One of them took the place of the factor, and is spent. */
export type RecoveryCodeUsed = DomainEvent<
  'RecoveryCodeUsed',
  { setId: string; number: number; left: number }
>;

/** Another of the same number took its place at once and was shown, so that there are never fewer than ten (MFA-05). Its hash stands encrypted. */
export type RecoveryCodeReplaced = DomainEvent<
  'RecoveryCodeReplaced',
  { setId: string; number: number; hash: string | null }
>;

export type FactorsEvent =
  | FactorGraceBegan
  | TotpEnrolled
  | TotpConfirmed
  | PasskeyAdded
  | FactorRemoved
  | FactorsReset
  | FactorsResetByCase
  | RecoveryCodesIssued
  | RecoveryCodeUsed
  | RecoveryCodeReplaced;
