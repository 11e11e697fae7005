import { unreachable, type Aggregate } from '#event-sourcing';
import type { IdentifierEvent } from './identifier.events.js';

/** Who holds an identifier, over all schools. */
export type Identifier =
  Readonly<{ status: 'free' }> | Readonly<{ status: 'held'; userId: string; since: string }>;

/** Uniqueness by reservation: one stream per identifier, so the store itself lets exactly one of two rivals in (invariant 3). */
export const identifier: Aggregate<Identifier, IdentifierEvent> = {
  category: 'identifier',
  initial: { status: 'free' },
  settledBy: ['IdentifierReserved', 'IdentifierReleased'],
  evolve: (_state, event) => {
    switch (event.type) {
      case 'IdentifierReserved':
        return { status: 'held', userId: event.data.userId, since: event.data.at };
      case 'IdentifierReleased':
        return { status: 'free' };
      default:
        return unreachable(event);
    }
  },
};
