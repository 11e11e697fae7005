type Round = Readonly<{
  /** Milliseconds between the starts of two rounds. */
  every: number;
  /** Milliseconds until the first one, 0 for at once; as between two when not said. */
  first?: number;
  make(): Promise<void>;
  /** Told of a round that failed; the next one is made all the same. */
  onError(error: unknown): void;
}>;

/** Work that is done again and again, one round at a time (one that falls due meanwhile is left out), and keeps no process alive. */
export class Rounds {
  private readonly timers: NodeJS.Timeout[] = [];
  private running: Promise<void> | undefined;

  constructor(private readonly round: Round) {
    const { every, first } = round;
    const tick = () => this.tick();
    this.timers.push(setInterval(tick, every).unref());
    if (first === 0) tick();
    else if (first !== undefined) this.timers.push(setTimeout(tick, first).unref());
  }

  /** Begins no other round; resolves when the one under way is over. */
  async stop(): Promise<void> {
    for (const timer of this.timers) clearTimeout(timer);
    await this.running;
  }

  private tick(): void {
    if (this.running !== undefined) return;
    const { make, onError } = this.round;
    this.running = make()
      .catch(onError)
      .finally(() => (this.running = undefined));
  }
}
