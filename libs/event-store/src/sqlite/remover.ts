import { setImmediate as nextTurn } from 'node:timers/promises';
import { isKept } from '../kept.js';
import type { RetentionPolicy } from '../retention.js';
import type { Connection } from './connection.js';
import { inTransaction } from './transaction.js';

type StreamRow = { id: number; name: string; first: number; last: number };
type Expired = { id: number; through: number };

/** 50 streams with at most 50 events each to a transaction: a few milliseconds. */
const STREAMS = 50;
const EVENTS = 50;

/** Takes rows out of the file: those of a deleted stream, and those retention no longer allows. */
export class Remover {
  readonly #tombstone;
  readonly #holding;
  readonly #oldest;
  readonly #overwrite;
  readonly #drop;
  readonly #remove;
  readonly #startAt;

  constructor(
    private readonly connection: Connection,
    private readonly clock: () => number,
    private readonly retention: RetentionPolicy,
  ) {
    this.#tombstone = connection.prepare(`
      INSERT INTO stream (name, first, last, deleted) VALUES (?, 0, -1, 1)
      ON CONFLICT (name) DO UPDATE SET deleted = 1, first = last + 1 RETURNING id`);
    this.#holding = connection.prepare(`
      SELECT id, name, first, last FROM stream WHERE id > ? AND first <= last ORDER BY id LIMIT ${STREAMS}`);
    this.#oldest = connection.prepare(`
      SELECT revision, recorded_at AS recordedAt FROM event WHERE stream = ? ORDER BY revision LIMIT ${EVENTS}`);
    const which = `SELECT position FROM event WHERE stream = ? AND revision <= ?`;
    this.#overwrite = connection.prepare(`
      UPDATE lasting SET data = ${zeros('data')}, metadata = ${zeros('metadata')} WHERE position IN (${which})`);
    this.#drop = connection.prepare(`DELETE FROM passing WHERE position IN (${which})`);
    this.#remove = connection.prepare('DELETE FROM event WHERE stream = ? AND revision <= ?');
    this.#startAt = connection.prepare('UPDATE stream SET first = ? WHERE id = ?');
  }

  deleteStream(name: string): void {
    inTransaction(this.connection, () => {
      const { id } = this.#tombstone.get(name) as { id: number };
      this.#removeThrough(id, Number.MAX_SAFE_INTEGER);
    });
  }

  /** Removes every expired event, giving way between transactions, for as long as it is `wanted`; answers how many. */
  async purge(wanted: () => boolean): Promise<number> {
    let removed = 0;
    for (let after = 0; wanted();) {
      const streams = this.#holding.all(after) as StreamRow[];
      if (streams.length === 0) return removed;
      const expired = streams.flatMap((stream) => this.#expired(stream));
      removed += this.#removeBatch(expired);
      // A batch that had something to remove may have more: look again before going on.
      if (expired.length === 0) after = streams.at(-1)?.id ?? after;
      await nextTurn();
    }
    return removed;
  }

  #expired({ id, name, last }: StreamRow): Expired[] {
    const retention = this.retention(name);
    if (!retention) return [];
    const now = this.clock();
    const oldest = this.#oldest.all(id) as { revision: number; recordedAt: number }[];
    const kept = oldest.findIndex((event) => isKept(retention, { ...event, last, now }));
    const through = oldest.at(kept === -1 ? -1 : kept - 1);
    return kept === 0 || !through ? [] : [{ id, through: through.revision }];
  }

  #removeBatch(expired: readonly Expired[]): number {
    if (expired.length === 0) return 0;
    return inTransaction(this.connection, () => {
      let removed = 0;
      for (const { id, through } of expired) {
        removed += this.#removeThrough(id, through);
        this.#startAt.run(through + 1, id);
      }
      return removed;
    });
  }

  #removeThrough(stream: number, revision: number): number {
    this.#overwrite.run(stream, revision);
    this.#drop.run(stream, revision);
    return this.#remove.run(stream, revision).changes;
  }
}

/** As many zero bytes as the column holds: a row of the same size is overwritten in its place. */
const zeros = (column: string): string => `CAST(zeroblob(octet_length(${column})) AS TEXT)`;
