import type { Kafka } from 'kafkajs';
import type { CheckpointPublisher } from './checkpoint-publisher.js';

/** The topic of checkpoints, to publish to. Its code is loaded here and not before: one process alone needs none of it. */
export const openCheckpointTopic = async (
  kafka: Kafka,
  principal: string,
  origin: string,
): Promise<CheckpointPublisher> => {
  const { TopicPublisher } = await import('./topic-publisher.js');
  return new TopicPublisher(kafka, principal, origin);
};

/** Every signed note that stands in the topic for a log, as often as it stands there. Rejects while the brokers are away. */
export const readCheckpointTopic = async (
  kafka: Kafka,
  principal: string,
  origin: string,
): Promise<readonly string[]> => {
  const { TopicReader } = await import('./topic-reader.js');
  const notes: string[] = [];
  const take = (name: string, note: string) => void (name === origin && notes.push(note));
  const reader = new TopicReader({ kafka, principal, last: Infinity, take });
  try {
    await reader.reached();
    return notes;
  } finally {
    await reader.stop();
  }
};
