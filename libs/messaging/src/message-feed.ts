import type { Message, Topic } from '#contracts';
import type { RecordedEvent, Subscription } from '#event-store';

/** What the world may know of a private event: one pure, exhaustive function per aggregate (most events: nothing). */
export type Publish = (event: RecordedEvent) => readonly Message[];

export type FollowOptions = Readonly<{
  /** Name of the consumer group; its members share the work. */
  group: string;
  topics: readonly Topic[];
  /** Deliver messages after this position; -1 from the beginning. Ignored where the broker keeps the group's offsets. */
  after: number;
  /** Called with one message at a time, in order. Must be idempotent on the message's id: delivery is at least once. */
  handle(message: Message): Promise<void> | void;
}>;

/** Integration messages, at least once, in order per key, nothing skipped: one that fails again and again is parked. */
export abstract class MessageFeed {
  abstract follow(options: FollowOptions): Subscription;
}
