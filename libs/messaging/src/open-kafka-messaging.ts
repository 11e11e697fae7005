import type { Kafka } from 'kafkajs';
import type { DeadLetters } from './dead-letters.js';
import type { KafkaMessaging, KafkaMessagingOptions } from './kafka/kafka-messaging.js';

/** Opens messages over Kafka. Their code is loaded here and not before: one process alone needs none of it. */
export const openKafkaMessaging = async (options: KafkaMessagingOptions): Promise<KafkaMessaging> =>
  (await import('./kafka/kafka-messaging.js')).kafkaMessaging(options);

/** Opens the dead letters of every group, without following anything. */
export const openKafkaDeadLetters = async (
  kafka: Kafka,
  principal: string,
): Promise<Readonly<{ deadLetters: DeadLetters; close(): Promise<void> }>> => {
  const { KafkaDeadLetters } = await import('./kafka/kafka-dead-letters.js');
  const deadLetters = new KafkaDeadLetters(kafka, principal);
  return { deadLetters, close: () => deadLetters.stop() };
};
