import Database from 'libsql';
import type { FourServices } from '../kafka/four-services.js';

/** The rows of a read model of users or auth, in an order of their own. */
export type Rows = readonly unknown[];

export const queries = {
  'user-list': 'SELECT * FROM person ORDER BY user_id',
  auth: 'SELECT * FROM directory ORDER BY identifier_digest',
  sessions: 'SELECT * FROM session ORDER BY session_id',
} as const;

const rows = (file: string, query: string): Rows => {
  const database = new Database(file, { readonly: true });
  try {
    return database.prepare(query).all();
  } finally {
    database.close();
  }
};

/** What a replica of users has in its list of people. */
export const listOf = (services: FourServices, name: string): Rows =>
  rows(services.readModel(name, 'user-list'), queries['user-list']);

/** What a replica of auth knows of identifiers and sessions. */
export const directoryOf = (services: FourServices, name: string): Rows => [
  ...rows(services.readModel(name, 'auth'), queries.auth),
  ...rows(services.readModel(name, 'auth'), queries.sessions),
];
