import { records, refuses, type Decision } from '#event-sourcing';
import type { IdentifierEvent } from './identifier.events.js';
import type { Identifier } from './identifier.js';

/** Reserves the identifier for this user; the same user may ask again, anybody else comes too late. */
export const reserveIdentifier = (
  state: Identifier,
  facts: Readonly<{ userId: string; at: string }>,
): Decision<IdentifierEvent, 'identifier-taken'> => {
  if (state.status === 'free') return records({ type: 'IdentifierReserved', data: { ...facts } });
  return state.userId === facts.userId ? records() : refuses('identifier-taken');
};
