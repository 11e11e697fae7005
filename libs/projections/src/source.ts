import type { Subscription } from '#event-store';

/** Anything that delivers items in the order of their positions: an event store, or a feed of messages. */
export type Source<Item extends Readonly<{ position: number }>> = Readonly<{
  subscribe(options: { after: number; handle(item: Item): Promise<void> | void }): Subscription;
}>;
