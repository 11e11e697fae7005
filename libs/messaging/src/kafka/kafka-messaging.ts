import type { Kafka } from 'kafkajs';
import type { Topic } from '#contracts';
import type { EventStore } from '#event-store';
import type { DeadLetters } from '../dead-letters.js';
import type { MessageFeed, Publish } from '../message-feed.js';
import { KafkaDeadLetters } from './kafka-dead-letters.js';
import { KafkaMessageFeed } from './kafka-message-feed.js';
import { RelayProgress } from './relay-progress.js';
import { Relay } from './relay.js';

export type KafkaMessagingOptions = Readonly<{
  kafka: Kafka;
  store: EventStore;
  /** The service this process is: its principal, and the name its groups begin with. */
  service: string;
}>;

/** Messages over Kafka, for one process. */
export type KafkaMessaging = Readonly<{
  feed: MessageFeed;
  deadLetters: DeadLetters;
  /** Begins to feed the topics from the event store, as soon as this replica is the one that does. */
  relay(topics: readonly Topic[], publish: Publish): Relay;
  close(): Promise<void>;
}>;

export const kafkaMessaging = ({ kafka, store, service }: KafkaMessagingOptions): KafkaMessaging => {
  const progress = new RelayProgress(kafka, service);
  const deadLetters = new KafkaDeadLetters(kafka, service);
  const relays: Relay[] = [];
  const feed = new KafkaMessageFeed({ kafka, store, progress, deadLetters });
  return {
    feed,
    deadLetters,
    relay: (topics, publish) => {
      const relay = new Relay({ kafka, store, service, topics, publish, progress });
      relays.push(relay);
      return relay;
    },
    close: async () => {
      await Promise.all(relays.map((relay) => relay.stop()));
      await feed.stop();
      await Promise.all([progress.stop(), deadLetters.stop()]);
    },
  };
};
