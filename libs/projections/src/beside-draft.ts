import { existsSync } from 'node:fs';
import Database from 'libsql';
import { digestOf } from './file-shape.js';
import type { Sql } from './sql.js';

/** The read model that serves cannot be held to a draft: there is none, it has another shape than this version makes, or its file is damaged. */
export class NotComparable extends Error {
  override readonly name = 'NotComparable';
  constructor(readonly why: 'missing' | 'another-shape' | 'damaged') {
    super(`the read model cannot be compared: ${why}`);
  }
}

type Compared = Readonly<{ file: string; shape: string; draft: string }>;

/**
 * Reads a read model's file (`main`) and a finished draft of it (`draft`) at one instant, while the service may go on writing: nothing
 * is written to either, and nothing of what is read to anywhere else. Throws NotComparable.
 */
export const besideDraft = <Result>({ file, shape, draft }: Compared, read: (sql: Sql) => Result): Result => {
  if (!existsSync(file)) throw new NotComparable('missing');
  let sql: Sql | undefined;
  try {
    sql = new Database(file, { readonly: true });
    sql.exec('PRAGMA busy_timeout = 1000; PRAGMA temp_store = MEMORY');
    sql.prepare('ATTACH ? AS draft').run(draft);
    sql.exec('BEGIN');
    const { digest } = sql.prepare('SELECT digest FROM main.shape').get() as { digest: string };
    if (digest !== digestOf(shape)) throw new NotComparable('another-shape');
    return read(sql);
  } catch (error) {
    throw isDamaged(error) ? new NotComparable('damaged') : error;
  } finally {
    sql?.close();
  }
};

const isDamaged = (error: unknown): boolean => {
  const { code, message } = error as { code?: string; message?: string };
  return code === 'SQLITE_NOTADB' || code === 'SQLITE_CORRUPT' || message === 'no such table: main.shape';
};
