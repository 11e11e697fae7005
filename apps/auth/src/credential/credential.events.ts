import type { DomainEvent } from '#event-sourcing';
import type { Locale, RenewalReason, Role } from '#contracts';

/** Whose credential it is. Nothing here is personal: the digest says nothing without its key. */
export type Holder = Readonly<{
  role: Role;
  locale: Locale;
  schoolId: string;
  identifierDigest: string;
}>;

/** A new user may sign in here, once they have a key. */
export type CredentialOpened = DomainEvent<'CredentialOpened', { holder: Holder }>;

/** A provisional key is wanted; notifications makes and mails it. */
export type KeyRenewalRequested = DomainEvent<
  'KeyRenewalRequested',
  { requestId: string; reason: RenewalReason; locale: Locale; requestedAt: string }
>;

/**
 * A provisional key exists. `hash` stands encrypted under its own data key. `plainSelector` tells it when it comes again, for as long as
 * the log is read: it opens nothing. Events of before have it encrypted beside the hash instead, `selector`, and lose it with that.
 * `voids` names the provisional keys it displaces.
 */
export type ProvisionalKeyIssued = DomainEvent<
  'ProvisionalKeyIssued',
  {
    issueId: string;
    requestId: string;
    hash: string | null;
    plainSelector?: string;
    selector?: string | null;
    expiresAt: string;
    voids: readonly string[];
  }
>;

/** The mail server took the mail with this provisional key: the request is answered. */
export type ProvisionalKeySent = DomainEvent<'ProvisionalKeySent', { issueId: string; requestId: string }>;

/**
 * It opened a session in which a key can be chosen. `voids` names the others, which die with it. `selector` is that of the key, in some
 * events of before, whose issue had it encrypted.
 */
export type ProvisionalKeyRedeemed = DomainEvent<
  'ProvisionalKeyRedeemed',
  { issueId: string; sessionId: string; selector?: string; voids: readonly string[] }
>;

/** What tells a provisional key when it comes again: 32 bits under a key of ours. */
export type IssuedKey = Readonly<{ issueId: string; selector: string }>;

/** "Ce n'est pas moi": every outstanding provisional key is void. */
export type ProvisionalKeysRevoked = DomainEvent<'ProvisionalKeysRevoked', { voids: readonly string[] }>;

type NewKey = Readonly<{
  /** Repeated here so that the event settles the whole state alone. */
  holder: Holder;
  /** Counts the hashes this credential has had; each stands encrypted under a data key of its own. */
  generation: number;
  /** Sessions of an earlier epoch have ended. */
  epoch: number;
  hash: string | null;
  /** Provisional keys that are void from now on. */
  voids: readonly string[];
  /** The provisional keys issued last, oldest first, all of them over. Events of before have those that were used, or none. */
  spent?: readonly IssuedKey[];
}>;

/** The holder goes on with the key they had in another system; `hash` is in its format until they sign in with it. */
export type KeyImported = DomainEvent<'KeyImported', { generation: number; hash: string | null }>;

/**
 * The holder chose a key in the session a provisional key had opened. Every session ends (FRG-04). `chosenAt`: the instant; absent in
 * what was recorded before sign-ins were told of (LOG-09).
 */
export type KeyChosen = DomainEvent<'KeyChosen', NewKey & Readonly<{ chosenAt?: string }>>;

/** The holder changed the key in a full session, which alone goes on. */
export type KeyChanged = DomainEvent<'KeyChanged', NewKey & Readonly<{ keptSession: string }>>;

/** The same key, hashed again with today's parameters (KEY-10). */
export type KeyRehashed = DomainEvent<'KeyRehashed', { generation: number; hash: string | null }>;

/** Every session ended, but for the one named. */
export type SessionsEnded = DomainEvent<'SessionsEnded', { epoch: number; keptSession?: string }>;

/** `too-many-failures`: the chosen key no longer opens anything, a renewal does. `deactivated`: nothing does. */
export type CredentialDisabled = DomainEvent<
  'CredentialDisabled',
  { epoch: number; reason: 'deactivated' | 'too-many-failures'; voids: readonly string[] }
>;

/** The user was reactivated. */
export type CredentialRestored = DomainEvent<'CredentialRestored', object>;

/** The user was erased: nothing opens anything any more, and nobody was ever here as far as can be read. */
export type CredentialErased = DomainEvent<'CredentialErased', { epoch: number }>;

export type CredentialEvent =
  | CredentialOpened
  | KeyRenewalRequested
  | ProvisionalKeyIssued
  | ProvisionalKeySent
  | ProvisionalKeyRedeemed
  | ProvisionalKeysRevoked
  | KeyImported
  | KeyChosen
  | KeyChanged
  | KeyRehashed
  | SessionsEnded
  | CredentialDisabled
  | CredentialRestored
  | CredentialErased;
