import type { DomainEvent } from '#event-sourcing';
import type { MailRequest } from './mail-request.js';

/** Why an attempt failed that may succeed later. A closed list: a mail server's own words may hold addresses (EML-08). */
export type PassingFailure =
  'service-unavailable' | 'server-unreachable' | 'server-silent' | 'server-deferred' | 'server-distrusted';

/** Why no further attempt is made. */
export type FinalFailure = 'too-late' | 'refused-by-server' | 'no-recipient' | 'not-wanted';

export type MailRequested = DomainEvent<'MailRequested', MailRequest>;

/** An attempt is reserved before anything is sent; until `until` (ISO 8601) nobody else makes one. */
export type MailAttempted = DomainEvent<'MailAttempted', { attempt: number; until: string }>;

/** The mail server has taken the mail. `issueId` names the provisional key in it; `refusedAddresses` counts addresses it would not take. */
export type MailAccepted = DomainEvent<
  'MailAccepted',
  { attempt: number; issueId: string | null; refusedAddresses: number }
>;

/** `reached`: keyed digests of the addresses that have the mail already and are left out next time. */
export type MailFailed = DomainEvent<
  'MailFailed',
  { attempt: number; reason: PassingFailure; retryAt: string; reached: readonly string[] }
>;

export type MailAbandoned = DomainEvent<'MailAbandoned', { attempts: number; reason: FinalFailure }>;

export type MailEvent = MailRequested | MailAttempted | MailAccepted | MailFailed | MailAbandoned;
