import type { Kafka } from 'kafkajs';
import type { KafkaBus } from './kafka/kafka-bus.js';

/** Opens the bus of one service over Kafka. Its code is loaded here and not before: one process alone needs none of it. */
export const openKafkaBus = async (
  kafka: Kafka,
  busKeys: readonly Buffer[],
  service: string,
): Promise<KafkaBus> => (await import('./kafka/kafka-bus.js')).kafkaBus(kafka, busKeys, service);
