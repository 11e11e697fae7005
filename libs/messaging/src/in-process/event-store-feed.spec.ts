import { InMemoryEventStore } from '#event-store';
import { EventStoreFeed, InMemoryDeadLetters } from '#messaging';
import { messageFeedContract, publishTold } from '#messaging/testing';

messageFeedContract('the event store', async () => {
  const store = new InMemoryEventStore();
  const deadLetters = new InMemoryDeadLetters();
  const feed = new EventStoreFeed(store, [publishTold], deadLetters);
  return { store, feed, deadLetters, stop: () => store.close() };
});
