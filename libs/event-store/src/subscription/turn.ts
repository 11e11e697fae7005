import { setImmediate as nextTurn } from 'node:timers/promises';

const SLICE = 5;

/** Gives way to the rest of the process after every 5 ms of work, so that a long catch-up delays no request. */
export class Turn {
  #since = performance.now();

  async shared(): Promise<void> {
    if (performance.now() - this.#since < SLICE) return;
    await nextTurn();
    this.#since = performance.now();
  }
}
