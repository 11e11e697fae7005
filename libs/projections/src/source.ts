import type { Subscription } from '#event-store';

/**
 * Anything that delivers items: an event store in the order of their positions, or a feed of messages in the order of their keys,
 * which says with each where to go on from (`checkpoint`) when that is not the item's own position.
 */
export type Source<Item extends Readonly<{ position: number }>> = Readonly<{
  subscribe(options: {
    after: number;
    handle(item: Item, checkpoint?: number): Promise<void> | void;
  }): Subscription;
}>;
