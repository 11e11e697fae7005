import type Database from 'libsql';

/** A connection to a read model's file. */
export type Sql = Database.Database;
