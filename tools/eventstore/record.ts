import { randomUUID } from 'node:crypto';
import type { NewEvent, RecordedEvent } from '#event-store';
import { bytesOf, textOf } from './content.js';

/** An event as a client sends it. */
export type Proposed = Readonly<{
  id: string;
  type: string;
  contentType: string;
  data: Uint8Array;
  metadata: Uint8Array;
}>;

/** An event as it stands in the log; `created` in milliseconds since 1970. */
export type Recorded = Proposed &
  Readonly<{ stream: string; revision: number; position: number; created: number }>;

/**
 * The row that keeps an event. It has an id of its own: EventStoreDB does not keep the ids of events apart, our SQLite
 * adapter does, and whoever is tested against this server must meet the former.
 */
export const rowOf = ({ id, type, contentType, data, metadata }: Proposed, created: number): NewEvent => ({
  id: randomUUID(),
  type,
  data: { content: textOf(data) },
  metadata: { id, contentType, created, content: textOf(metadata) },
});

export const recordOf = ({ stream, revision, position, type, data, metadata }: RecordedEvent): Recorded => ({
  stream,
  revision,
  position,
  type,
  id: String(metadata['id']),
  contentType: String(metadata['contentType']),
  created: Number(metadata['created']),
  data: bytesOf(String(data['content'])),
  metadata: bytesOf(String(metadata['content'])),
});
