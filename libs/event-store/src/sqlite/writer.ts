import Database from 'libsql/promise';
import { pragmas } from './pragmas.js';

type Run = (...values: readonly unknown[]) => { lastInsertRowid: number | bigint };
type Get = (...values: readonly unknown[]) => unknown;
export type WriterStatement = Readonly<{ run: Run; get: Get }>;

/**
 * The connection that appends. Its statements run at once, but a commit waits for the disk on a thread of the driver: the
 * process goes on answering, and what it appends meanwhile shares the next commit.
 */
export class Writer {
  private constructor(
    private readonly connection: Database,
    private readonly begin: WriterStatement,
    private readonly rollback: WriterStatement,
  ) {}

  /** Opens a file that openConnection has made. `busyTimeout` is in milliseconds. */
  static async open(file: string, busyTimeout: number): Promise<Writer> {
    const connection = new Database(file, {});
    for (const pragma of pragmas(busyTimeout)) await connection.exec(pragma);
    const begin = (await connection.prepare('BEGIN IMMEDIATE')) as WriterStatement;
    const rollback = (await connection.prepare('ROLLBACK')) as WriterStatement;
    return new Writer(connection, begin, rollback);
  }

  async exec(sql: string): Promise<void> {
    await this.connection.exec(sql);
  }

  async prepare(sql: string): Promise<WriterStatement> {
    return (await this.connection.prepare(sql)) as WriterStatement;
  }

  /** Does the work in one write transaction: all of it is committed, or none. */
  async inTransaction<T>(work: () => T): Promise<T> {
    this.begin.run();
    try {
      const result = work();
      await this.connection.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has already rolled back by itself.
      if ((this.connection as Readonly<{ inTransaction?: boolean }>).inTransaction) this.rollback.run();
      throw error;
    }
  }

  close(): void {
    this.connection.close();
  }
}
