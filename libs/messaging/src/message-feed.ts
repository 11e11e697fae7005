import type { Message, Topic } from '#contracts';
import type { RecordedEvent, Subscription } from '#event-store';

/** What the world may know of a private event: one pure, exhaustive function per aggregate (most events: nothing). */
export type Publish = (event: RecordedEvent) => readonly Message[];

export type FollowOptions = Readonly<{
  /** Name of the consumer group. */
  group: string;
  topics: readonly Topic[];
  /**
   * True: the replicas of this follower share the messages, and a feed with a memory goes on where the group was.
   * Otherwise every follower gets every message, as one that keeps a read model of its own must.
   */
  shared?: boolean;
  /** Deliver messages after this position; -1 from the beginning. Ignored where the feed remembers how far the group is. */
  after: number;
  /**
   * Called with one message at a time, those of one key in order. Must be idempotent on the message's id: delivery is at least
   * once. `checkpoint` is the position the follower may ask to go on after, once this message is handled: never beyond one
   * that has not come yet.
   */
  handle(message: Message, checkpoint: number): Promise<void> | void;
}>;

/** Integration messages, at least once, in order per key, nothing skipped: one that fails again and again is parked. */
export abstract class MessageFeed {
  abstract follow(options: FollowOptions): Subscription;
}
