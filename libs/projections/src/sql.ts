import type Database from 'libsql';

/** A connection to a read model's file. */
export type Sql = Database.Database;

export type Value = string | number | null;

/** What changes are written to: a connection, or a draft that writes them later. */
export type Writes = Readonly<{
  prepare(text: string): Readonly<{ run(...values: unknown[]): unknown }>;
}>;
