import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { schema } from './schema.js';

/** One group as it stands in the file. */
export type GroupRow = Readonly<{ number: number; records: Buffer; root: Buffer | null }>;

/** The driver gives a Buffer for one row and an ArrayBuffer for each of many. */
type Blob = ArrayBuffer | Buffer;
type RawRow = { number: number; records: Blob; root: Blob | null };

const bytes = (blob: Blob): Buffer => (Buffer.isBuffer(blob) ? blob : Buffer.from(blob));
const rowOf = ({ number, records, root }: RawRow): GroupRow => ({
  number,
  records: bytes(records),
  root: root && bytes(root),
});

/** The SQLite file of the leaves, which several processes of one machine may open. What is committed is on the disk. */
export class LeafFile {
  private readonly database: Database.Database;

  /** Opens the file, made if need be, for its owner alone. */
  constructor(file: string) {
    if (file !== ':memory:') {
      mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
      closeSync(openSync(file, 'a', 0o600));
      chmodSync(file, 0o600);
    }
    this.database = new Database(file);
    this.database.pragma('busy_timeout = 5000');
    this.database.pragma('journal_mode = WAL');
    // A checkpoint is signed over leaves that a power cut cannot take back.
    this.database.pragma('synchronous = FULL');
    this.database.exec(schema);
  }

  /** The last group, if there is any. */
  last(): GroupRow | undefined {
    const row = this.database.prepare('SELECT * FROM leaves ORDER BY number DESC LIMIT 1').get();
    return row === undefined ? undefined : rowOf(row as RawRow);
  }

  /** At most `limit` groups from `number` on. */
  groups(number: number, limit: number): readonly GroupRow[] {
    const rows = this.database.prepare('SELECT * FROM leaves WHERE number >= ? ORDER BY number LIMIT ?');
    return (rows.all(number, limit) as RawRow[]).map(rowOf);
  }

  /** Roots of the full groups from `number` on, in order. */
  roots(number: number): readonly Buffer[] {
    const rows = this.database.prepare(
      'SELECT root FROM leaves WHERE number >= ? AND root IS NOT NULL ORDER BY number',
    );
    return (rows.all(number) as { root: Blob }[]).map(({ root }) => bytes(root));
  }

  /** Number of the group where a position would be; undefined when it is before the first. */
  groupAt(position: number): number | undefined {
    const row = this.database
      .prepare('SELECT number FROM leaves WHERE first_position <= ? ORDER BY first_position DESC LIMIT 1')
      .get(position);
    return (row as { number: number } | undefined)?.number;
  }

  /** Categories, each at the index of its code. */
  categories(): string[] {
    const rows = this.database.prepare('SELECT name FROM category ORDER BY code').all();
    return (rows as { name: string }[]).map(({ name }) => name);
  }

  putGroup(row: GroupRow, firstPosition: number): void {
    this.database
      .prepare(
        `INSERT INTO leaves (number, first_position, records, root) VALUES (?, ?, ?, ?)
         ON CONFLICT (number) DO UPDATE SET records = excluded.records, root = excluded.root`,
      )
      .run(row.number, firstPosition, row.records, row.root);
  }

  putCategory(code: number, name: string): void {
    this.database.prepare('INSERT INTO category (code, name) VALUES (?, ?)').run(code, name);
  }

  /** Does the work in one write transaction: all of it is committed, or none. */
  inTransaction(work: () => void): void {
    this.database.exec('BEGIN IMMEDIATE');
    try {
      work();
      this.database.exec('COMMIT');
    } catch (error) {
      if (this.database.inTransaction) this.database.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.database.close();
  }
}
