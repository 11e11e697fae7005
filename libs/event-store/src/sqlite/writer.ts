import Database from 'libsql/promise';

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
    private readonly beginning: WriterStatement,
    private readonly undoing: WriterStatement,
  ) {}

  /** Opens a file that openConnection has made. `busyTimeout` is in milliseconds. */
  static async open(file: string, busyTimeout: number): Promise<Writer> {
    const connection = new Database(file, {});
    await connection.exec(`PRAGMA busy_timeout = ${busyTimeout}`);
    // Acknowledged means durable: one fsync for every commit.
    await connection.exec('PRAGMA synchronous = FULL');
    // GDP-02: a destroyed data key must not survive in free pages.
    await connection.exec('PRAGMA secure_delete = ON');
    await connection.exec('PRAGMA temp_store = MEMORY');
    const [beginning, undoing] = [
      (await connection.prepare('BEGIN IMMEDIATE')) as WriterStatement,
      (await connection.prepare('ROLLBACK')) as WriterStatement,
    ];
    return new Writer(connection, beginning, undoing);
  }

  async exec(sql: string): Promise<void> {
    await this.connection.exec(sql);
  }

  async prepare(sql: string): Promise<WriterStatement> {
    return (await this.connection.prepare(sql)) as WriterStatement;
  }

  /** Does the work in one write transaction: all of it is committed, or none. */
  async inTransaction<T>(work: () => T): Promise<T> {
    this.beginning.run();
    try {
      const result = work();
      await this.connection.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk has already rolled back by itself.
      if ((this.connection as Readonly<{ inTransaction?: boolean }>).inTransaction) this.undoing.run();
      throw error;
    }
  }

  close(): void {
    this.connection.close();
  }
}
