import { createHash } from 'node:crypto';
import { chmodSync, rmSync } from 'node:fs';
import Database from 'libsql';

/** A connection to a read model's file. */
export type Sql = Database.Database;

const CHECKPOINTS =
  'CREATE TABLE IF NOT EXISTS checkpoint (name TEXT PRIMARY KEY, position INTEGER NOT NULL)';
const SHAPE = 'CREATE TABLE IF NOT EXISTS shape (digest TEXT NOT NULL)';

/**
 * A read model's own SQLite file. It is disposable: when its shape (the DDL) is another one, the file is thrown away and
 * filled again from position zero; there are no migrations.
 */
export class ProjectionDatabase {
  private readonly moved: Database.Statement;

  private constructor(readonly sql: Sql) {
    this.moved = sql.prepare('INSERT OR REPLACE INTO checkpoint (name, position) VALUES (?, ?)');
  }

  /** Opens the file (or `:memory:`), made, or made anew, as its shape demands. */
  static open({ file, shape }: { file: string; shape: string }): ProjectionDatabase {
    const digest = createHash('sha256').update(shape).digest('hex');
    const standing = openedWith(digest, file);
    if (standing) return new ProjectionDatabase(standing);
    if (file !== ':memory:') for (const end of ['', '-wal', '-shm']) rmSync(file + end, { force: true });
    const sql = connect(file);
    sql.exec(`BEGIN; ${CHECKPOINTS}; ${SHAPE}; ${shape}; COMMIT`);
    sql.prepare('INSERT INTO shape (digest) VALUES (?)').run(digest);
    return new ProjectionDatabase(sql);
  }

  /** Position up to which a projection has seen everything; -1 at the beginning. */
  checkpoint(name: string): number {
    const row = this.sql.prepare('SELECT position FROM checkpoint WHERE name = ?').get(name) as
      { position: number } | undefined;
    return row?.position ?? -1;
  }

  /** Does the work and moves the checkpoint in one transaction: both, or neither. */
  advance(name: string, position: number, work: (sql: Sql) => void): void {
    this.sql.exec('BEGIN IMMEDIATE');
    try {
      work(this.sql);
      this.moved.run(name, position);
      this.sql.exec('COMMIT');
    } catch (error) {
      if (this.sql.inTransaction) this.sql.exec('ROLLBACK');
      throw error;
    }
  }

  close(): void {
    this.sql.close();
  }
}

const connect = (file: string): Sql => {
  const sql = new Database(file);
  // A read model may hold names and addresses: it is its owner's alone.
  if (file !== ':memory:') chmodSync(file, 0o600);
  sql.exec('PRAGMA busy_timeout = 1000');
  sql.exec('PRAGMA journal_mode = WAL');
  // Lost with the machine's power at most, and then filled again from the log.
  sql.exec('PRAGMA synchronous = NORMAL');
  sql.exec('PRAGMA secure_delete = ON');
  return sql;
};

/** The connection if the file is whole and has that shape. A damaged file is no loss: it is filled again as well. */
const openedWith = (digest: string, file: string): Sql | undefined => {
  let sql: Sql | undefined;
  try {
    sql = connect(file);
    if (digestIn(sql) === digest) return sql;
  } catch (error) {
    if (!isDamaged(error)) throw error;
  }
  sql?.close();
  return undefined;
};

const isDamaged = (error: unknown): boolean =>
  ['SQLITE_NOTADB', 'SQLITE_CORRUPT'].includes((error as { code?: string }).code ?? '');

const digestIn = (sql: Sql): string | undefined => {
  const known = sql.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'shape'").get();
  if (known === undefined) return undefined;
  return (sql.prepare('SELECT digest FROM shape').get() as { digest: string } | undefined)?.digest;
};
