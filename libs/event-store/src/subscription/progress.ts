import { StoreUnavailable } from '../errors.js';

type Waiter = Readonly<{ at: number; resolve: () => void; reject: (error: Error) => void }>;

/** How far a subscription is, and who waits for it to be further. */
export class Progress {
  readonly #waiters = new Set<Waiter>();
  #ended = false;

  constructor(private at: number) {}

  get position(): number {
    return this.at;
  }

  advance(position: number): void {
    if (position <= this.at) return;
    this.at = position;
    for (const waiter of this.#waiters) if (waiter.at <= position) waiter.resolve();
  }

  /** Resolves once `at` is reached; rejects with StoreUnavailable after `timeout` milliseconds or when the subscription ends. */
  reached(at: number, timeout: number): Promise<void> {
    if (at <= this.at) return Promise.resolve();
    if (this.#ended) return Promise.reject(new StoreUnavailable('the subscription has ended'));
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        at,
        resolve: () => settle(resolve),
        reject: (error) => settle(() => reject(error)),
      };
      const settle = (then: () => void): void => {
        clearTimeout(timer);
        this.#waiters.delete(waiter);
        then();
      };
      const late = (): void =>
        waiter.reject(new StoreUnavailable(`position ${at} not reached in ${timeout} ms`));
      const timer = setTimeout(late, timeout);
      this.#waiters.add(waiter);
    });
  }

  end(): void {
    this.#ended = true;
    for (const waiter of this.#waiters) waiter.reject(new StoreUnavailable('the subscription has ended'));
  }
}
