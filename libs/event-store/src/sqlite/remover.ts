import type { Connection } from './connection.js';
import { inTransaction } from './transaction.js';

/** Events of a stream, by the number of its row, up to a revision and that one too. */
export type Beginning = Readonly<{ stream: number; through: number }>;

/** Takes rows out of the file. */
export class Remover {
  readonly #tombstone;
  readonly #overwrite;
  readonly #drop;
  readonly #remove;
  readonly #startAt;

  constructor(private readonly connection: Connection) {
    this.#tombstone = connection.prepare(`
      INSERT INTO stream (name, first, last, deleted) VALUES (?, 0, -1, 1)
      ON CONFLICT (name) DO UPDATE SET deleted = 1, first = last + 1 RETURNING id`);
    const which = `SELECT position FROM event WHERE stream = ? AND revision <= ?`;
    this.#overwrite = connection.prepare(`
      UPDATE lasting SET data = ${zeros('data')}, metadata = ${zeros('metadata')} WHERE position IN (${which})`);
    this.#drop = connection.prepare(`DELETE FROM passing WHERE position IN (${which})`);
    this.#remove = connection.prepare('DELETE FROM event WHERE stream = ? AND revision <= ?');
    this.#startAt = connection.prepare('UPDATE stream SET first = max(first, ?) WHERE id = ?');
  }

  deleteStream(name: string): void {
    inTransaction(this.connection, () => {
      const { id } = this.#tombstone.get(name) as { id: number };
      this.#removeThrough({ stream: id, through: Number.MAX_SAFE_INTEGER });
    });
  }

  /** Removes the beginnings of streams, all in one transaction; answers how many events that took. */
  remove(beginnings: readonly Beginning[]): number {
    if (beginnings.length === 0) return 0;
    return inTransaction(this.connection, () => {
      let removed = 0;
      for (const beginning of beginnings) {
        removed += this.#removeThrough(beginning);
        this.#startAt.run(beginning.through + 1, beginning.stream);
      }
      return removed;
    });
  }

  #removeThrough({ stream, through }: Beginning): number {
    this.#overwrite.run(stream, through);
    this.#drop.run(stream, through);
    return this.#remove.run(stream, through).changes;
  }
}

/** As many zero bytes as the column holds: a row of the same size is overwritten in its place. */
const zeros = (column: string): string => `CAST(zeroblob(octet_length(${column})) AS TEXT)`;
