import { eventHash, storedHash } from '#aggregate-store';
import { eventOf, type Json, type StoredEvent } from '#event-store';
import { categoryOf } from '../leaf/category.js';
import type { Leaf } from '../leaf/leaf.js';
import { millisecondsOf } from '../leaf/leaf-of.js';

/** An event as verification meets it: where it stands, what it says of the one before, and the leaf that is made of it. */
export type Met = Readonly<{
  stream: string;
  revision: number;
  position: number;
  previous: unknown;
  found: Leaf;
}>;

/**
 * Whether the text is what a store writes. Of another, such as one that names a member twice, SQL that finds events by what they say
 * may read something else than a parser does: it is hashed as it stands, which is not what the notary saw.
 */
const isAsWritten = ({ data, metadata }: StoredEvent): boolean =>
  [data, metadata].every((text) => JSON.stringify(JSON.parse(text)) === text);

/** Content that stands in canonical form is proved by its text; parsing and spelling it again is for what does not. */
const hashOf = (stored: StoredEvent, expected: string | undefined): string => {
  const asItStands = storedHash(stored);
  return asItStands === expected || !isAsWritten(stored) ? asItStands : eventHash(eventOf(stored));
};

/** What there is to verify of a stored event; undefined when its content is no JSON object. `expected`: the hash it should have. */
export const meet = (stored: StoredEvent, expected: string | undefined): Met | undefined => {
  try {
    const { stream, revision, position } = stored;
    const metadata = JSON.parse(stored.metadata) as Json | null;
    if (typeof metadata !== 'object' || metadata === null) return undefined;
    const { previous, at } = metadata;
    const found = {
      ...{ position, category: categoryOf(stream), at: millisecondsOf(at) },
      eventHash: hashOf(stored, expected),
    };
    return { stream, revision, position, previous, found };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
};
