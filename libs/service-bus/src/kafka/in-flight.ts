/** Tasks under way, at most so many at a time. */
export class InFlight {
  private readonly running = new Set<Promise<void>>();

  constructor(private readonly most: number) {}

  /** Resolves once the task has begun, not when it ends. The task must not reject. */
  async start(task: () => Promise<void>): Promise<void> {
    while (this.running.size >= this.most) await Promise.race(this.running);
    const running = task().finally(() => this.running.delete(running));
    this.running.add(running);
  }

  /** Resolves when nothing is under way. */
  async drained(): Promise<void> {
    await Promise.allSettled(this.running);
  }
}
