import type { DomainEvent } from '#event-sourcing';
import type { SessionLevel } from '#contracts';

/** 32 random bytes that one ceremony must sign, once and for five minutes (MFA-03). No secret: the browser shows them to the passkey. */
export type Challenge = Readonly<{ value: string; purpose: 'use' | 'add'; until: string }>;

/** A session as it stands; each event repeats it, so that the last one settles the state. */
export type OpenSession = Readonly<{
  sessionId: string;
  userId: string;
  level: SessionLevel;
  /** The credential's when the session was opened; see `session-holds.ts`. */
  epoch: number;
  generation: number;
  /** The browser in words, for the user's own list. */
  userAgent: string;
  openedAt: string;
  /** When the key was last typed in it. */
  authenticatedAt: string;
  /** When the second factor was last given in it, if it was (MFA-06). */
  factorAt?: string;
  /** At level `second-factor`: what giving it leads to. */
  towards?: 'full' | 'choose-key';
  /** A second factor is compulsory and not set up: from then on nothing else is possible (MFA-01). */
  enrolBy?: string;
  /** The challenge of a passkey ceremony that is going on (MFA-03). */
  challenge?: Challenge;
  seenAt: string;
  /** The remembered browser it was opened with, if any: it ends with it (SES-06). */
  family?: string;
  /** The end of its life, used or not. */
  expiresAt: string;
}>;

/** What made a sign-in one that its holder is told of: a browser not known before, and how many wrong keys in a row that had to wait (LOG-09). */
export type Unusual = Readonly<{ newBrowser: boolean; failures: number }>;

export type SessionOpened = DomainEvent<'SessionOpened', OpenSession & Readonly<{ unusual?: Unusual }>>;
/** It was in use; noted at most once in five minutes. */
export type SessionSeen = DomainEvent<'SessionSeen', OpenSession>;
/** The key was typed again in it (REF-01). */
export type KeyConfirmed = DomainEvent<'KeyConfirmed', OpenSession>;
/**
 * It goes on from the session `from`, under a secret of its own: the second factor was given, or the factors were changed (SES-02).
 * `signsIn`: only now is its user in.
 */
export type SessionContinued = DomainEvent<
  'SessionContinued',
  OpenSession & Readonly<{ from: string; signsIn: boolean }>
>;
/** A passkey ceremony began in it; an earlier one can no longer end well. */
export type ChallengeMade = DomainEvent<'ChallengeMade', OpenSession>;
/** An answer to it came, right or wrong: there will be no second (MFA-03). */
export type ChallengeSpent = DomainEvent<'ChallengeSpent', OpenSession>;
export type SessionEnded = DomainEvent<
  'SessionEnded',
  {
    sessionId: string;
    userId: string;
    reason: 'signed-out' | 'ended-elsewhere' | 'too-many-sessions' | 'key-chosen' | 'continued';
  }
>;

export type SessionEvent =
  | SessionOpened
  | SessionSeen
  | KeyConfirmed
  | SessionContinued
  | ChallengeMade
  | ChallengeSpent
  | SessionEnded;
