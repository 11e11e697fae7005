import type { Message } from '#contracts';
import type { EventStore, Subscription } from '#event-store';
import { Undeliverable, deliver } from '../deliver.js';
import { heardInSpan } from '../heard-in-span.js';
import { type FollowOptions, MessageFeed, type Publish } from '../message-feed.js';
import type { InMemoryDeadLetters } from './in-memory-dead-letters.js';

/** The feed in one process: each group reads the event store itself, through the publish functions, from its own position. */
export class EventStoreFeed extends MessageFeed {
  constructor(
    private readonly store: EventStore,
    private readonly publish: readonly Publish[],
    private readonly deadLetters: InMemoryDeadLetters,
  ) {
    super();
  }

  follow({ group, topics, after, handle }: FollowOptions): Subscription {
    this.deadLetters.register(group, (message) => this.deliver(group, message, handle));
    return this.store.subscribe({
      after,
      handle: async (event) => {
        for (const message of this.publish.flatMap((publish) => publish(event))) {
          if (topics.includes(message.topic))
            await heardInSpan(group, message.topic, event, () => this.deliver(group, message, handle));
        }
      },
    });
  }

  private async deliver(group: string, message: Message, handle: FollowOptions['handle']): Promise<void> {
    try {
      await deliver(message, message.position, handle);
    } catch (error) {
      if (!(error instanceof Undeliverable)) throw error;
      await this.deadLetters.park({ group, message, error: error.message, at: new Date().toISOString() });
    }
  }
}
