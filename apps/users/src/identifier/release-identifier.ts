import { records, type Decision } from '#event-sourcing';
import type { IdentifierEvent } from './identifier.events.js';
import type { Identifier } from './identifier.js';

/** Frees the identifier if this user holds it; somebody else's reservation stays. */
export const releaseIdentifier = (
  state: Identifier,
  facts: Readonly<{ userId: string }>,
): Decision<IdentifierEvent> =>
  state.status === 'held' && state.userId === facts.userId
    ? records({ type: 'IdentifierReleased', data: { userId: facts.userId } })
    : records();
