import type { NewEvent, RecordedEvent, StoredEvent } from './event-store.js';
import type { Json } from './json.js';

/** An event as an adapter keeps it: data and metadata as JSON text, so that nobody shares objects with the store. */
export type Row = StoredEvent &
  Readonly<{
    /** Milliseconds since 1970. */
    recordedAt: number;
  }>;

/** A new event with its content as JSON text. */
export type Written = Readonly<{ id: string; type: string; data: string; metadata: string }>;

export const writtenOf = ({ id, type, data, metadata }: NewEvent): Written => ({
  id,
  type,
  data: JSON.stringify(data),
  metadata: JSON.stringify(metadata),
});

/** The event a stored one says. Throws SyntaxError when its text is not JSON. */
export const eventOf = ({
  stream,
  revision,
  position,
  id,
  type,
  data,
  metadata,
}: StoredEvent): RecordedEvent => ({
  stream,
  revision,
  position,
  id,
  type,
  data: JSON.parse(data) as Json,
  metadata: JSON.parse(metadata) as Json,
});
