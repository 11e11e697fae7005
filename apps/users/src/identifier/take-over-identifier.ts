import { records, refuses, type Decision } from '#event-sourcing';
import type { IdentifierEvent } from './identifier.events.js';
import type { Identifier } from './identifier.js';

/** A registration that has not ended after this long was cut off; its identifier may be had by another. */
export const reservationHolds = 10 * 60_000;

/** The holder whose reservation is old enough to be questioned, if any. */
export const staleHolder = (state: Identifier, at: string): string | null =>
  state.status === 'held' && Date.parse(at) - Date.parse(state.since) > reservationHolds
    ? state.userId
    : null;

/**
 * Gives the identifier to another user. `abandonedBy` is a holder whose registration was closed for good in their own
 * stream first, by a conditional append: so the two can never both be registered, whoever wakes up late.
 */
export const takeOverIdentifier = (
  state: Identifier,
  facts: Readonly<{ userId: string; abandonedBy: string; at: string }>,
): Decision<IdentifierEvent, 'identifier-taken'> => {
  const { userId, abandonedBy, at } = facts;
  if (state.status === 'held' && state.userId !== abandonedBy) {
    return state.userId === userId ? records() : refuses('identifier-taken');
  }
  const reserved: IdentifierEvent = { type: 'IdentifierReserved', data: { userId, at } };
  return state.status === 'held'
    ? records<IdentifierEvent>({ type: 'IdentifierReleased', data: { userId: abandonedBy } }, reserved)
    : records(reserved);
};
