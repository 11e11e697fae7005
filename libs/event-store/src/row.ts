import type { NewEvent, RecordedEvent } from './event-store.js';
import type { Json } from './json.js';

/** An event as an adapter keeps it: data and metadata as JSON text, so that nobody shares objects with the store. */
export type Row = Readonly<{
  stream: string;
  revision: number;
  position: number;
  id: string;
  type: string;
  data: string;
  metadata: string;
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

export const eventOf = ({
  stream,
  revision,
  position,
  id,
  type,
  data,
  metadata,
}: Omit<Row, 'recordedAt'>): RecordedEvent => ({
  stream,
  revision,
  position,
  id,
  type,
  data: JSON.parse(data) as Json,
  metadata: JSON.parse(metadata) as Json,
});
