import type { SubscribeOptions, Subscription } from '../event-store.js';
import { follow } from './follow.js';
import type { Log } from './log.js';

/** The running subscriptions of one store, so that closing it ends them. */
export class Subscriptions {
  readonly #running = new Set<Subscription>();

  constructor(private readonly log: Log) {}

  start(options: SubscribeOptions): Subscription {
    const subscription = follow(this.log, options);
    this.#running.add(subscription);
    const stop = async (): Promise<void> => {
      await subscription.stop();
      this.#running.delete(subscription);
    };
    return { ...subscription, stop };
  }

  async end(): Promise<void> {
    await Promise.all([...this.#running].map((subscription) => subscription.stop()));
    this.#running.clear();
  }
}
