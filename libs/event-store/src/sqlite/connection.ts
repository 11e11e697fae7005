import { chmodSync, closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'libsql';
import { pragmas } from './pragmas.js';
import { schema, VERSION } from './schema.js';
import { inTransaction } from './transaction.js';

export type Connection = Database.Database;

/** Opens the file, made if need be, readable by its owner alone. `busyTimeout` is in milliseconds. */
export function openConnection(file: string, busyTimeout: number): Connection {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  const connection = new Database(file);
  try {
    for (const pragma of pragmas(busyTimeout)) connection.exec(pragma);
    if (versionOf(connection) < VERSION) inTransaction(connection, () => connection.exec(schema));
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

const versionOf = (connection: Connection): number =>
  (connection.pragma('user_version', { simple: false }) as { user_version: number }[])[0]?.user_version ?? 0;
