import type { EventStore, Subscription } from '#event-store';

/** Where the event store's log ends, as far as it has told this process; unknown while the store is away at the start. */
export class LogHead {
  private subscription: Subscription | undefined;
  private readonly started: Promise<void>;
  private stopped = false;

  constructor(store: EventStore) {
    this.started = this.start(store);
  }

  /** Whether everything up to the end of the log is at or below this position. Unknown is no. */
  isAt(position: number): boolean {
    return (
      this.subscription !== undefined &&
      this.subscription.isLive() &&
      this.subscription.position() <= position
    );
  }

  async stop(): Promise<void> {
    this.stopped = true;
    await this.started;
    await this.subscription?.stop();
  }

  private async start(store: EventStore): Promise<void> {
    while (!this.stopped) {
      try {
        this.subscription = store.subscribe({ after: await store.head(), handle: () => undefined });
        return;
      } catch {
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    }
  }
}
