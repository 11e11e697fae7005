import { existsSync, renameSync } from 'node:fs';
import { connect } from './connect.js';
import { digestOf, makingOf, MOVE } from './file-shape.js';
import { nextOf, remove } from './projection-file.js';
import { Scrubber } from './scrubber.js';
import type { Sql } from './sql.js';

/** Changes of so many milliseconds share a transaction: a busy read model would else do little but begin and commit. */
const LINGER_MS = 50;

/**
 * A read model's own SQLite file. It is disposable: when its shape (the DDL) is another one, the file is thrown away and
 * filled again from position zero; there are no migrations. Changes are seen on its connection at once, and by others, or
 * after a crash, up to 50 ms later: always together with the checkpoints they belong to.
 */
export class ProjectionDatabase {
  private readonly run;
  private lingering: (() => void)[] = [];
  private readonly positions = new Map<string, number>();
  private timer: NodeJS.Timeout | undefined;
  private readonly scrubber: Scrubber;

  private constructor(
    readonly sql: Sql,
    file: string,
  ) {
    this.scrubber = new Scrubber(sql, file);
    this.run = {
      move: sql.prepare(MOVE),
      begin: sql.prepare('BEGIN IMMEDIATE'),
      commit: sql.prepare('COMMIT'),
      rollback: sql.prepare('ROLLBACK'),
      mark: sql.prepare('SAVEPOINT step'),
      undo: sql.prepare('ROLLBACK TO step'),
      release: sql.prepare('RELEASE step'),
    };
  }

  /** Opens the file (or `:memory:`), made, or made anew, as its shape demands. */
  static open({ file, shape }: { file: string; shape: string }): ProjectionDatabase {
    takeOver(file);
    const standing = openedWith(digestOf(shape), file);
    if (standing) return new ProjectionDatabase(standing, file);
    remove(file);
    return new ProjectionDatabase(made(file, shape), file);
  }

  /** Position up to which a projection has seen everything; -1 at the beginning. */
  checkpoint(name: string): number {
    const row = this.sql.prepare('SELECT position FROM checkpoint WHERE name = ?').get(name) as
      { position: number } | undefined;
    return this.positions.get(name) ?? row?.position ?? -1;
  }

  /** Does the work, if there is any, and moves the checkpoint: both, or neither. */
  advance(name: string, position: number, work?: (sql: Sql) => void): void {
    if (work !== undefined) this.attempt(() => work(this.sql));
    this.positions.set(name, position);
    this.timer ??= setTimeout(() => this.commitOrRetry(), LINGER_MS).unref();
  }

  /** Writes what lingers, now. Throws when the file cannot take it; nothing is lost, and it is tried again. */
  commit(): void {
    if (this.positions.size === 0) return;
    this.begin();
    for (const [name, position] of this.positions) this.run.move.run(name, position);
    this.run.commit.run();
    this.lingering = [];
    this.positions.clear();
  }

  /** To be called in a change that deletes a person: every trace of what it deletes leaves the file soon after (GDP-02). */
  leaveNoTrace(): void {
    this.scrubber.due();
  }

  close(): void {
    this.scrubber.stop();
    clearTimeout(this.timer);
    this.commit();
    this.sql.close();
  }

  /** A full disk rolls everything back by itself: then what lingers is done anew. */
  private begin(): void {
    if (this.sql.inTransaction) return;
    this.run.begin.run();
    try {
      for (const step of this.lingering) step();
    } catch (error) {
      if (this.sql.inTransaction) this.run.rollback.run();
      throw error;
    }
  }

  private attempt(step: () => void): void {
    this.begin();
    this.run.mark.run();
    try {
      step();
      this.lingering.push(step);
    } catch (error) {
      if (this.sql.inTransaction) this.run.undo.run();
      throw error;
    } finally {
      if (this.sql.inTransaction) this.run.release.run();
    }
  }

  private commitOrRetry(): void {
    this.timer = undefined;
    try {
      this.commit();
    } catch {
      this.timer = setTimeout(() => this.commitOrRetry(), LINGER_MS).unref();
    }
  }
}

/** A new file of this shape. */
const made = (file: string, shape: string): Sql => {
  const sql = connect(file);
  const { tables, indexes, whose } = makingOf(shape);
  sql.exec(`BEGIN; ${tables} ${indexes} ${whose} COMMIT`);
  return sql;
};

/** Puts one that was filled beside it in the place of the file. */
const takeOver = (file: string): void => {
  if (file === ':memory:' || !existsSync(nextOf(file))) return;
  remove(file);
  renameSync(nextOf(file), file);
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
