import type { AllStreamResolvedEvent, ResolvedEvent } from '@eventstore/db-client';
import type { RecordedEvent } from '../event-store.js';
import type { Json } from '../json.js';
import { GRAVES } from './graves-stream.js';
import { positionOf } from './position.js';

/** An event of ours and when the server recorded it, in milliseconds since 1970. */
export type SeenEvent = Readonly<{ event: RecordedEvent; recordedAt: number }>;

/** The event if it is one of ours: not the server's own, not the list of deleted streams, not from another program. */
export function seenEvent(resolved: ResolvedEvent | AllStreamResolvedEvent): SeenEvent | null {
  const recorded = resolved.event;
  if (!recorded?.isJson || isHidden(recorded.streamId, recorded.type)) return null;
  const event = {
    stream: recorded.streamId,
    revision: Number(recorded.revision),
    position: positionOf(resolved),
    id: recorded.id,
    type: recorded.type,
    data: recorded.data as Json,
    metadata: (recorded.metadata ?? {}) as Json,
  };
  return { event, recordedAt: recorded.created.getTime() };
}

const isHidden = (stream: string, type: string): boolean =>
  stream.startsWith('$') || type.startsWith('$') || stream === GRAVES;
