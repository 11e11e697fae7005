import type { Kafka } from 'kafkajs';
import type { EventStore, Subscription } from '#event-store';
import { type FollowOptions, MessageFeed } from '../message-feed.js';
import { Follower } from './follower.js';
import type { KafkaDeadLetters } from './kafka-dead-letters.js';
import { LogHead } from './log-head.js';
import type { RelayProgress } from './relay-progress.js';

type Options = Readonly<{
  kafka: Kafka;
  store: EventStore;
  progress: RelayProgress;
  deadLetters: KafkaDeadLetters;
}>;

/** The feed of one process among many: groups of consumers on the identity topics. */
export class KafkaMessageFeed extends MessageFeed {
  private readonly head: LogHead;
  private readonly followers = new Set<Follower>();

  constructor(private readonly options: Options) {
    super();
    this.head = new LogHead(options.store);
  }

  follow(options: FollowOptions): Subscription {
    const { deadLetters } = this.options;
    deadLetters.watch(options.group, options.topics);
    const follower = new Follower({ ...this.options, ...options, head: this.head });
    this.followers.add(follower);
    return {
      position: () => follower.position(),
      isLive: () => follower.isLive(),
      reached: (at, timeout) => follower.reached(at, timeout),
      stop: async () => {
        this.followers.delete(follower);
        await follower.stop();
      },
    };
  }

  async stop(): Promise<void> {
    await Promise.all([...this.followers].map((follower) => follower.stop()));
    await this.head.stop();
  }
}
