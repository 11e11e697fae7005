import type { DomainEvent } from '#event-sourcing';
import type { Locale } from '#contracts';
import type { Standing } from './standing.js';

/** Every event says what the bucket remembers once it has happened. */
type Attempt<Type extends string, More = object> = DomainEvent<
  Type,
  Readonly<{ attemptId: string; standing: Standing }> & More
>;

/** Somebody may try now. Recorded before any hash is computed (LOG-06). */
export type AttemptReserved = Attempt<'AttemptReserved'>;
/** The key was right: the count of failures begins anew. */
export type AttemptSucceeded = Attempt<'AttemptSucceeded'>;
/** The key was wrong. The count stays as it is: the reservation counted already. */
export type AttemptFailed = Attempt<'AttemptFailed'>;
/** The attempt did not take place after all: another bucket refused it, or the hasher was busy. */
export type AttemptWithdrawn = Attempt<'AttemptWithdrawn'>;
/**
 * Somebody says that they forgot their key. The sealed request can be opened by auth alone, and leaves with the stream
 * after 25 hours.
 */
export type RenewalAsked = Attempt<
  'RenewalAsked',
  Readonly<{ requestId: string; sealedRequest: string; locale: Locale }>
>;

export type AttemptsEvent =
  AttemptReserved | AttemptSucceeded | AttemptFailed | AttemptWithdrawn | RenewalAsked;
