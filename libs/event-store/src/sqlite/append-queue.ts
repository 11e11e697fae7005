import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Appended } from '../event-store.js';
import type { Append, Appender, Outcome } from './appender.js';
import { unavailable } from './unavailable.js';

type Waiting = Readonly<{
  append: Append;
  resolve: (appended: Appended) => void;
  reject: (error: Error) => void;
}>;
/** Appends that share a transaction, or something that has to stand between two transactions. */
type Step = Waiting[] | (() => void);

/** One transaction holds the process for some milliseconds at most. */
const GROUP = 256;

/** Group commit: what is appended in one turn of the event loop, or while a commit is under way, shares the next fsync. */
export class AppendQueue {
  readonly #steps: Step[] = [];
  #draining: Promise<void> | undefined;

  constructor(
    private readonly appender: Promise<Appender>,
    private readonly committed: () => void,
  ) {}

  push(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      const last = this.#steps.at(-1);
      const group = Array.isArray(last) && last.length < GROUP ? last : this.#add([]);
      group.push({ append, resolve, reject });
    });
  }

  /** Does the work after all that was pushed before, and before all that is pushed later. */
  alone(work: () => void): Promise<void> {
    return new Promise((resolve, reject) => {
      this.#add(() => {
        try {
          resolve(work());
        } catch (error) {
          reject(unavailable(error));
        }
      });
    });
  }

  /** Resolves when everything that was pushed has its answer. */
  async settled(): Promise<void> {
    while (this.#draining !== undefined) await this.#draining;
  }

  #add<Added extends Step>(step: Added): Added {
    this.#steps.push(step);
    void (this.#draining ??= this.#drain());
    return step;
  }

  async #drain(): Promise<void> {
    await nextTurn();
    for (let step = this.#steps.shift(); step !== undefined; step = this.#steps.shift()) {
      if (Array.isArray(step)) await this.#commit(step);
      else step();
    }
    this.#draining = undefined;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    let outcomes: readonly Outcome[];
    try {
      const appender = await this.appender;
      outcomes = await appender.append(group.map(({ append }) => append));
    } catch (error) {
      const reason = unavailable(error);
      for (const { reject } of group) reject(reason);
      return;
    }
    group.forEach(({ resolve, reject }, index) => {
      const outcome = outcomes[index];
      if (outcome instanceof Error) reject(outcome);
      else if (outcome) resolve(outcome);
    });
    this.committed();
  }
}
