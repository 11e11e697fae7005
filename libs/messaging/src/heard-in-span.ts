import type { Topic } from '#contracts';
import type { RecordedEvent } from '#event-store';
import { inSpan, isTracing } from '#tracing';

/** The traceparent of an event's metadata, for a header of the message made from it. */
export const tracedIn = ({ metadata }: Pick<RecordedEvent, 'metadata'>): { traceparent?: string } => {
  const { traceparent } = metadata;
  return typeof traceparent === 'string' ? { traceparent } : {};
};

/** Handles a message in a span that goes on with the trace in which its event was recorded. */
export const heardInSpan = (
  group: string,
  topic: Topic,
  event: Pick<RecordedEvent, 'metadata'>,
  handle: () => Promise<void>,
): Promise<void> => {
  if (!isTracing()) return handle();
  const parent = event.metadata['traceparent'];
  // A group may end in a random part, which tells nothing and would make a series of its own.
  const attributes = {
    'messaging.destination.name': topic,
    'trousseau.group': group.replace(/[-.][0-9a-f]{8}-[0-9a-f-]{27}$/, ''),
  };
  return inSpan(
    `hear ${topic}`,
    { kind: 'consumer', attributes, ...(typeof parent === 'string' ? { parent } : { root: true }) },
    handle,
  );
};
