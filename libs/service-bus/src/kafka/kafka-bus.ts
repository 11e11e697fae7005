import type { Kafka } from 'kafkajs';
import { NestServiceBus } from '../nest-service-bus.js';
import type { ServiceBus } from '../service-bus.js';
import { BusCipher } from './bus-cipher.js';
import { KafkaClient } from './kafka.client.js';
import { KafkaServer } from './kafka.server.js';

/** Requests and replies of one service over Kafka. */
export type KafkaBus = Readonly<{
  bus: ServiceBus;
  /** Whether replies can come in now. */
  isListening(): boolean;
  /** What Nest listens with in this process; once for each application. */
  transport(): KafkaServer;
  close(): Promise<void>;
}>;

/** The bus of one service over Kafka. */
export const kafkaBus = (kafka: Kafka, busKeys: readonly Buffer[], service: string): KafkaBus => {
  const options = { kafka, cipher: new BusCipher(busKeys), service };
  const client = new KafkaClient(options);
  // At once, so that the first request does not wait for it; when it fails, each request tries again.
  client.connect().catch(() => undefined);
  return {
    bus: new NestServiceBus(client),
    isListening: () => client.isListening(),
    transport: () => new KafkaServer(options),
    close: () => client.close(),
  };
};
