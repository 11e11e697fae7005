import { HasherBusy } from './key-hasher.js';

/** Finished tasks that go on together while others wait. */
const TOGETHER = 8;

/**
 * Runs so many tasks at a time and lets so many wait; one more is refused at once. Without a bound a flood of sign-ins
 * would make everybody wait, and memory grow, until nobody is served (LOG-08).
 */
export class BoundedQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];
  private readonly finished: (() => void)[] = [];

  constructor(
    private readonly concurrency: number,
    private readonly mostWaiting: number,
    /** Told how long a task waited, in seconds. */
    private readonly waited: (seconds: number) => void = () => undefined,
  ) {}

  get depth(): Readonly<{ running: number; waiting: number }> {
    return { running: this.running, waiting: this.waiting.length };
  }

  isFull(): boolean {
    return this.running >= this.concurrency && this.waiting.length >= this.mostWaiting;
  }

  async run<Result>(task: () => Promise<Result>): Promise<Result> {
    if (this.isFull()) throw new HasherBusy();
    if (this.running >= this.concurrency) {
      const since = performance.now();
      await new Promise<void>((resolve) => this.waiting.push(resolve));
      this.waited((performance.now() - since) / 1000);
    } else {
      this.running += 1;
      this.waited(0);
    }
    try {
      return await task();
    } finally {
      // A finished task hands its place to the next one, so that nobody slips in between.
      const next = this.waiting.shift();
      if (next === undefined) this.running -= 1;
      else next();
      await this.goOn();
    }
  }

  /**
   * Resolves for several at once under load. A hash empties the processor's caches; what follows it, eight times in a
   * row, fills them once. Nobody is kept when nobody waits, so there is always a task running that lets them go on.
   */
  private async goOn(): Promise<void> {
    const here = new Promise<void>((resolve) => this.finished.push(resolve));
    if (this.waiting.length === 0 || this.finished.length >= TOGETHER)
      for (const resolve of this.finished.splice(0)) resolve();
    await here;
  }
}
