import { stateAt } from '#aggregate-store';
import { normaliseIdentifier } from '#contracts';
import type { EventStore } from '#event-store';
import { digestOf, type Secrets } from '#secrets';
import type { IdentifierEvent } from './identifier.events.js';
import { type Identifier, identifier } from './identifier.js';

/** Id of who holds an identifier now; undefined when nobody does. Whoever was erased gave theirs back, and is found by it no more (GDP-02). */
export const holderOf = async (
  store: EventStore,
  { identifierDigestKey }: Secrets,
  typed: string,
): Promise<string | undefined> => {
  const digest = digestOf(identifierDigestKey, 'identifier', normaliseIdentifier(typed));
  const recorded = await store.read(`identifier-${digest}`);
  const held = stateAt<Identifier, IdentifierEvent>(identifier, recorded, '9999');
  return held.status === 'held' ? held.userId : undefined;
};
