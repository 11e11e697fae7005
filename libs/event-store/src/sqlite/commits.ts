const PERIOD = 100;

/** Tells listeners of commits: of this process at once, of any other on the same file within about 100 ms. */
export class Commits {
  readonly #listeners = new Set<() => void>();
  #timer: NodeJS.Timeout | undefined;
  #seen = -1;

  constructor(private readonly head: () => number) {}

  readonly listen = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => this.#look(), PERIOD).unref();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.stop();
    };
  };

  readonly happened = (): void => {
    for (const listener of this.#listeners) listener();
  };

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #look(): void {
    const head = this.#headNow();
    if (head === this.#seen) return;
    this.#seen = head;
    this.happened();
  }

  /** A file that cannot be read now is looked at again at the next tick. */
  #headNow(): number {
    try {
      return this.head();
    } catch {
      return this.#seen;
    }
  }
}
