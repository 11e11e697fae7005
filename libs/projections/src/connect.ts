import { chmodSync } from 'node:fs';
import Database from 'libsql';
import type { Sql } from './sql.js';

/** Opens a read model's file, or one in memory. */
export const connect = (file: string): Sql => {
  const sql = preparingOnce(new Database(file));
  // A read model may hold names and addresses: it is its owner's alone.
  if (file !== ':memory:') chmodSync(file, 0o600);
  sql.exec('PRAGMA busy_timeout = 1000');
  sql.exec('PRAGMA journal_mode = WAL');
  // Lost with the machine's power at most, and then filled again from the log.
  sql.exec('PRAGMA synchronous = NORMAL');
  sql.exec('PRAGMA secure_delete = ON');
  return sql;
};

/**
 * Prepares each text once: the changes of one kind of event are the same statements again and again. A text is asked with
 * `all` or with `get`, not with both: the driver mixes them up on one statement.
 */
const preparingOnce = (sql: Sql): Sql => {
  const prepare = sql.prepare.bind(sql);
  const known = new Map<string, Database.Statement>();
  const once = (text: string): Database.Statement => {
    const statement = known.get(text) ?? prepare(text);
    known.set(text, statement);
    return statement;
  };
  sql.prepare = once as typeof sql.prepare;
  return sql;
};
