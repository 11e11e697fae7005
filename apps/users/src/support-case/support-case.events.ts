import type { DomainEvent } from '#event-sourcing';

/**
 * A step an operator took: who (a random id, never a name), when, about whom, and the last two digits of the number it concerns
 * (TEL-10). They lie under the key of that person: null without a number, and once the person is erased.
 */
type Step<Type extends string, More = object> = DomainEvent<
  Type,
  {
    operatorId: string;
    at: string;
    userId: string;
    numberEnding: string | null;
    /** In the clear, and without the user in every step: how it was stored at first. */
    lastDigits?: string;
  } & More
>;

/** Whom the case is about; stands in the events that others are told of. */
type About = Readonly<{ schoolId: string; userId: string }>;

/** How a case ended. The first two ended well. */
export type Outcome =
  | 'identifier-given'
  | 'recovered'
  | 'vetoed'
  | 'too-many-wrong-codes'
  /** No number that can be relied on: the road is the post (TEL-03). */
  | 'number-changed-lately'
  | 'no-number'
  | 'abandoned';

/** What can happen in one case of support. No code, no number, no name stands here. */
export type SupportCaseEvent =
  | Step<'CaseOpened', About>
  /** The system dialled the number on file. */
  | Step<'CallBackPlaced', { callId: string }>
  | Step<'CallBackAnswered', { callId: string }>
  | Step<'CallBackMissed', { callId: string }>
  | Step<'IdentifierDisclosed', About>
  /**
   * `mailbox`: `lost` with the key. `factors`: the second factors are lost too, and go when the key is chosen (TEL-11). In either case two
   * days pass in which any address may object (TEL-07).
   */
  | Step<'RecoveryRequested', About & { mailbox: 'read' | 'lost'; factors?: 'lost'; availableFrom: string }>
  /** By a second operator (TEL-04). */
  | Step<'RecoveryApproved'>
  /** Auth holds its hash; nothing of it stands here. */
  | Step<'RecoveryCodeIssued', { codeId: string; expiresAt: string }>
  | DomainEvent<'RecoveryCodeRejected', { at: string }>
  /** The manager reached the page where a key is chosen. */
  | DomainEvent<'RecoveryCodeAccepted', { at: string }>
  | DomainEvent<'RecoveryCompleted', { at: string }>
  /** Somebody who reads one of the addresses objected. */
  | DomainEvent<'CaseVetoed', { at: string }>
  /** `operatorId` is absent when no operator closed it. */
  | DomainEvent<'CaseClosed', { at: string; outcome: Outcome; operatorId?: string }>;
