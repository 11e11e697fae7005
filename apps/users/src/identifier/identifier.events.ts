import type { DomainEvent } from '#event-sourcing';

/** What can happen to an identifier, in the stream named after its digest: no personal data here. */
export type IdentifierEvent =
  | DomainEvent<'IdentifierReserved', { userId: string; at: string }>
  /** Free again: its holder was erased, or never finished registering. */
  | DomainEvent<'IdentifierReleased', { userId: string }>;
