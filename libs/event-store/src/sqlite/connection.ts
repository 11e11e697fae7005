import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { schema } from './schema.js';
import { inTransaction } from './transaction.js';

export type Connection = Database.Database;

/** Opens the file, made if need be, readable by its owner alone. `busyTimeout` is in milliseconds. */
export function openConnection(file: string, busyTimeout: number): Connection {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const connection = new Database(file);
  try {
    connection.pragma(`busy_timeout = ${busyTimeout}`);
    connection.pragma('journal_mode = WAL');
    // Acknowledged means durable: one fsync for every commit.
    connection.pragma('synchronous = FULL');
    // GDP-02: a destroyed data key must not survive in free pages.
    connection.pragma('secure_delete = ON');
    connection.pragma('temp_store = MEMORY');
    connection.pragma('journal_size_limit = 67108864');
    if (versionOf(connection) === 0) inTransaction(connection, () => connection.exec(schema));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

const versionOf = (connection: Connection): unknown =>
  (connection.pragma('user_version', { simple: false }) as { user_version: number }[])[0]?.user_version;
