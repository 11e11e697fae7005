import { describe } from '@jest/globals';
import { topics } from '#contracts';
import { InMemoryEventStore } from '#event-store';
import { openKafka } from '#kafka';
import { openKafkaMessaging } from '#messaging';
import { messageFeedContract, publishTold } from '#messaging/testing';
import { TestBroker, describeOnKafka } from '../../../../test/kafka/kafka-suite.js';

const silent = { warn: () => undefined, debug: () => undefined };

describeOnKafka('messages over Kafka', () => {
  describe('one process', () => {
    messageFeedContract('Kafka', async () => {
      const broker = await TestBroker.start();
      const kafka = openKafka({ brokers: [broker.address], clientId: 'spec', log: silent });
      const store = new InMemoryEventStore();
      const messaging = await openKafkaMessaging({ kafka, store, service: 'auth' });
      messaging.relay(Object.values(topics), publishTold);
      return {
        store,
        ...messaging,
        stop: async () => {
          await messaging.close();
          await store.close();
          await broker.remove();
        },
      };
    });
  });
});
