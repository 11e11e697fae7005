import { setTimeout as pause } from 'node:timers/promises';
import type { Message } from '#contracts';
import { type EventStore, StoreUnavailable, type Subscription } from '#event-store';
import { ServiceUnavailable } from '#service-bus';
import type { DeadLetters } from '../dead-letters.js';
import { type FollowOptions, MessageFeed, type Publish } from '../message-feed.js';

const TRIES = 5;
const FIRST_PAUSE_MS = 50;

/** Failures of the surroundings are waited out for as long as they last; only a message's own failure is bounded. */
const isPassing = (error: unknown) =>
  error instanceof StoreUnavailable || error instanceof ServiceUnavailable;

/** The feed in one process: each group reads the event store itself, through the publish functions, from its own position. */
export class EventStoreFeed extends MessageFeed {
  constructor(
    private readonly store: EventStore,
    private readonly publish: readonly Publish[],
    private readonly deadLetters: DeadLetters,
  ) {
    super();
  }

  follow({ group, topics, after, handle }: FollowOptions): Subscription {
    return this.store.subscribe({
      after,
      handle: async (event) => {
        for (const message of this.publish.flatMap((publish) => publish(event))) {
          if (topics.includes(message.topic)) await this.deliver(group, message, handle);
        }
      },
    });
  }

  private async deliver(group: string, message: Message, handle: FollowOptions['handle']): Promise<void> {
    for (let tries = 1; ; tries += 1) {
      try {
        return await handle(message);
      } catch (error) {
        if (isPassing(error)) throw error;
        if (tries === TRIES) {
          return this.deadLetters.park({
            group,
            message,
            error: String(error),
            at: new Date().toISOString(),
          });
        }
        await pause(FIRST_PAUSE_MS * 2 ** tries);
      }
    }
  }
}
