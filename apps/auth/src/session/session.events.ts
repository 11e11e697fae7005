import type { DomainEvent } from '#event-sourcing';
import type { SessionLevel } from '#contracts';

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
  seenAt: string;
  /** The remembered browser it was opened with, if any: it ends with it (SES-06). */
  family?: string;
  /** The end of its life, used or not. */
  expiresAt: string;
}>;

export type SessionOpened = DomainEvent<'SessionOpened', OpenSession>;
/** It was in use; noted at most once in five minutes. */
export type SessionSeen = DomainEvent<'SessionSeen', OpenSession>;
/** The key was typed again in it (REF-01). */
export type KeyConfirmed = DomainEvent<'KeyConfirmed', OpenSession>;
export type SessionEnded = DomainEvent<
  'SessionEnded',
  {
    sessionId: string;
    userId: string;
    reason: 'signed-out' | 'ended-elsewhere' | 'too-many-sessions' | 'key-chosen';
  }
>;

export type SessionEvent = SessionOpened | SessionSeen | KeyConfirmed | SessionEnded;
