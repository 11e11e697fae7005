import type { Database } from 'libsql';

/** Does the work in one write transaction: all of it is committed, or none. */
export function inTransaction<T>(connection: Database, work: () => T): T {
  connection.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    connection.exec('COMMIT');
    return result;
  } catch (error) {
    // A full disk has already rolled back by itself.
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}
