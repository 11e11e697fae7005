import type { DomainEvent } from '#event-sourcing';

/** A remembered browser as it stands; each event repeats it, so that the last one settles the state. */
export type Family = Readonly<{
  /** Names the family; opens nothing without a validator (SES-04). */
  selector: string;
  userId: string;
  /** SHA-256 of the one validator that resumes a session now. */
  validatorHash: string;
  /** The validator before it, which gets the very same successor until `until` (SES-05). */
  previous: Readonly<{ validatorHash: string; until: string }> | null;
  /** The session it opened last. */
  sessionId: string;
  /** The credential's, when it was last used; see `family-holds.ts` (SES-07). */
  epoch: number;
  generation: number;
  /** The browser in words, for the user's own list. */
  userAgent: string;
  /** When the key was typed. A resumed session is no fresher than that (SES-08). */
  grantedAt: string;
  usedAt: string;
  /** The end of its life, used or not (SES-07). */
  expiresAt: string;
}>;

/** The holder asked to stay signed in on this browser. */
export type RememberMeGranted = DomainEvent<'RememberMeGranted', Family>;
/** It resumed a session: its validator is spent, and the successor takes its place. */
export type RememberMeRotated = DomainEvent<'RememberMeRotated', Family>;
/** A spent validator came back: two browsers hold the same cookie, so neither is believed any more (SES-06). */
export type ReuseDetected = DomainEvent<'ReuseDetected', { selector: string; userId: string }>;
/** The holder signed out there, or ended it from elsewhere (SES-10, SES-11). */
export type RememberMeRevoked = DomainEvent<
  'RememberMeRevoked',
  { selector: string; userId: string; reason: 'signed-out' | 'forgotten' }
>;

export type RememberEvent = RememberMeGranted | RememberMeRotated | ReuseDetected | RememberMeRevoked;
