import { hash } from 'node:crypto';
import type { RecordedEvent } from '#event-store';
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
