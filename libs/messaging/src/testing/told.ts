import { randomUUID } from 'node:crypto';
import { type MessageBody, type Topic, topics } from '#contracts';
import type { EventStore } from '#event-store';
import type { Publish } from '../message-feed.js';

/** Makes a message of every event of type `Told`, as if one aggregate of each user told it. */
export const publishTold: Publish = (event) =>
  event.type === 'Told'
    ? [
        {
          id: event.id,
          topic: event.data['topic'] as Topic,
          key: String((event.data['body'] as { userId: string }).userId),
          at: String(event.metadata['at']),
          position: event.position,
          body: event.data['body'] as unknown as MessageBody,
        },
      ]
    : [];

/** Records something that is told; answers its position. */
export const tell = async (
  store: EventStore,
  body: MessageBody,
  topic: Topic = topics.user,
): Promise<number> => {
  const event = {
    id: randomUUID(),
    type: 'Told',
    data: { topic, body: body as never },
    metadata: { at: new Date().toISOString() },
  };
  return (await store.append(`told-${body.userId}`, [event], 'any')).position;
};
