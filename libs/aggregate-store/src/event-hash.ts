import { hash } from 'node:crypto';
import type { RecordedEvent, StoredEvent } from '#event-store';
import { canonicalJson } from './canonical-json.js';

/**
 * SHA-256 in hex over what an event says and where it stands: stream, revision, id, type, data, metadata, as canonical JSON.
 * Taken over ciphertext, so it verifies after a data key is destroyed. Each event's metadata holds its predecessor's hash.
 */
export const eventHash = (event: Omit<RecordedEvent, 'position'>): string =>
  hash(
    'sha256',
    canonicalJson([event.stream, event.revision, event.id, event.type, event.data, event.metadata]),
  );

/**
 * The same hash taken over the text as it stands, several times faster. Where content does not stand in canonical form it is another
 * one: equal to a known hash it proves the event, different it proves nothing.
 */
export const storedHash = ({ stream, revision, id, type, data, metadata }: StoredEvent): string => {
  const where = `${JSON.stringify(stream)},${revision},${JSON.stringify(id)},${JSON.stringify(type)}`;
  return hash('sha256', `[${where},${data},${metadata}]`);
};
