import { chmodSync, rmSync } from 'node:fs';
import Database from 'libsql';
import { declaredRetention, SqliteEventStore } from '#event-store';
import { categoryOf, type Leaf, LeafLog, leavesFile } from '#evidence';
import type { Chronicled } from './chronicle.js';

type Made = Readonly<{ type: string; sql: string }>;

/** What the product makes in a new store: tables and views, indexes, and the version of it all. */
const shapeOf = async (file: string) => {
  await SqliteEventStore.open({ file }).close();
  const sql = new Database(file);
  const made = sql
    .prepare(`SELECT type, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'`)
    .all() as Made[];
  const [version] = sql.pragma('user_version') as { user_version: number }[];
  sql.close();
  const those = (keep: (type: string) => boolean) =>
    made.flatMap(({ type, sql: text }) => (keep(type) ? [`${text};`] : [])).join('\n');
  return {
    tables: those((type) => type !== 'index'),
    indexes: those((type) => type === 'index'),
    version: version?.user_version,
  };
};

type Values = readonly (string | number)[];

/** Rows of one statement: a call of the driver costs as much as writing a few rows. */
const ROWS = 32;
/** Leaves are kept with an fsync: seldom. */
const LEAVES = 50_000;
/** Names of streams come in no order: what they are looked up by stays in memory (120 bytes a stream) until all is written. */
const CACHE_KIB = 2_500_000;

/** Writes rows of one table, many to a statement. */
class Inserts {
  private readonly many: Database.Statement;
  private readonly one: Database.Statement;
  private waiting: (string | number)[] = [];

  constructor(
    sql: Database.Database,
    into: string,
    private readonly columns: number,
  ) {
    const row = `(${Array.from({ length: columns }, () => '?').join(', ')})`;
    this.one = sql.prepare(`INSERT INTO ${into} VALUES ${row}`);
    this.many = sql.prepare(
      `INSERT INTO ${into} VALUES ${Array.from({ length: ROWS }, () => row).join(', ')}`,
    );
  }

  add(...values: Values): void {
    this.waiting.push(...values);
    if (this.waiting.length < ROWS * this.columns) return;
    this.many.run(...this.waiting);
    this.waiting = [];
  }

  flush(): void {
    for (let at = 0; at < this.waiting.length; at += this.columns)
      this.one.run(...this.waiting.slice(at, at + this.columns));
    this.waiting = [];
  }
}

/**
 * Writes events straight into the embedded store's tables, all in one transaction without a journal: what takes `append` hours
 * takes minutes. Rows and leaves are those that `append` and the notary would have left.
 */
export class LogWriter {
  private readonly leaves: LeafLog;
  private readonly into;
  private streams = 0;
  private waiting: Leaf[] = [];

  private constructor(
    folder: string,
    private readonly sql: Database.Database,
    private readonly indexes: string,
  ) {
    this.leaves = LeafLog.open(leavesFile(folder));
    this.into = {
      stream: new Inserts(sql, 'stream (id, name, first, last)', 4),
      event: new Inserts(sql, 'event (position, stream, revision, id, type, recorded_at)', 6),
      lasting: new Inserts(sql, 'lasting (position, data, metadata)', 3),
      passing: new Inserts(sql, 'passing (position, data, metadata)', 3),
    };
  }

  /** Over a new file of the product's own shape. One that is not written to its end is worth nothing. */
  static async open(folder: string, file: string): Promise<LogWriter> {
    const pattern = `${file}.pattern`;
    const { tables, indexes, version } = await shapeOf(pattern);
    for (const end of ['', '-wal', '-shm']) rmSync(pattern + end, { force: true });
    const sql = new Database(file);
    chmodSync(file, 0o600);
    sql.exec(`
      PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA foreign_keys = OFF; PRAGMA cache_size = -${CACHE_KIB};
      PRAGMA user_version = ${version}; BEGIN; ${tables}`);
    return new LogWriter(folder, sql, indexes);
  }

  /** Streams begin and end within one batch. `begun` (ms): when events that say no time themselves were recorded. */
  write(batch: readonly Chronicled[], begun: number): void {
    const streams = new Map<string, number>();
    const lasts = new Map(batch.map(({ event: { stream, revision } }) => [stream, revision]));
    for (const [name, last] of lasts) {
      streams.set(name, (this.streams += 1));
      this.into.stream.add(this.streams, name, 0, last);
    }
    this.waiting.push(
      ...batch.map(({ event: { stream, revision, position, id, type, data, metadata }, hash, at }) => {
        const time = at === null ? null : Date.parse(at);
        this.into.event.add(position, streams.get(stream) ?? 0, revision, id, type, time ?? begun);
        const content = declaredRetention(stream) ? this.into.passing : this.into.lasting;
        content.add(position, data, metadata);
        return { position, category: categoryOf(stream), at: time, eventHash: hash };
      }),
    );
    for (const inserts of Object.values(this.into)) inserts.flush();
    if (this.waiting.length >= LEAVES) this.keepLeaves();
  }

  close(): void {
    this.keepLeaves();
    this.leaves.close();
    // Over all rows at once: row by row, each would be put somewhere else.
    this.sql.exec(`COMMIT; ${this.indexes}`);
    this.sql.close();
  }

  private keepLeaves(): void {
    this.leaves.append(this.waiting);
    this.waiting = [];
  }
}
