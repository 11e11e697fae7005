import type { KafkaMessaging, KafkaMessagingOptions } from './kafka/kafka-messaging.js';

/** Opens messages over Kafka. Their code is loaded here and not before: one process alone needs none of it. */
export const openKafkaMessaging = async (options: KafkaMessagingOptions): Promise<KafkaMessaging> =>
  (await import('./kafka/kafka-messaging.js')).kafkaMessaging(options);
