import type { Appended } from '../event-store.js';
import type { Append, Appender, Outcome } from './appender.js';
import type { Connection } from './connection.js';
import { inTransaction } from './transaction.js';
import { unavailable } from './unavailable.js';

type Pending = Readonly<{
  append: Append;
  resolve: (appended: Appended) => void;
  reject: (error: Error) => void;
}>;

/** One transaction holds the process for some milliseconds at most. */
const GROUP = 256;

/** Group commit: the appends of one turn of the event loop share one transaction, and so one fsync. */
export class AppendQueue {
  #pending: Pending[] = [];

  constructor(
    private readonly connection: Connection,
    private readonly appender: Appender,
    private readonly committed: () => void,
  ) {}

  push(append: Append): Promise<Appended> {
    return new Promise((resolve, reject) => {
      if (this.#pending.push({ append, resolve, reject }) === 1) setImmediate(() => this.#drainGroup());
    });
  }

  /** Commits what waits, now. */
  drain(): void {
    while (this.#pending.length > 0) this.#commit(this.#pending.splice(0, GROUP));
  }

  #drainGroup(): void {
    if (this.#pending.length === 0) return;
    this.#commit(this.#pending.splice(0, GROUP));
    if (this.#pending.length > 0) setImmediate(() => this.#drainGroup());
  }

  #commit(group: readonly Pending[]): void {
    let outcomes: readonly Outcome[];
    try {
      outcomes = inTransaction(this.connection, () =>
        group.map(({ append }) => this.appender.append(append)),
      );
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
