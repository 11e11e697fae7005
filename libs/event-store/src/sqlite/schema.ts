import type { Named } from '../event-store.js';

/** Raised with what the schema has more than before. */
export const VERSION = 2;

/** What the content of an event names; nothing where it is no JSON, as overwritten content is none. */
export const namedIn = (named: Named, data = 'data'): string =>
  `CASE WHEN json_valid(${data}) THEN ${data} ->> '$.${named}' END`;

/** Where what events say stands. */
export type ContentTable = 'lasting' | 'passing';

const index = (table: ContentTable, named: Named) =>
  `CREATE INDEX IF NOT EXISTS ${table}_by_${named} ON ${table} (${namedIn(named)}) WHERE ${namedIn(named)} IS NOT NULL;`;

/**
 * `stream` keeps a row for every stream there ever was: revisions are never given twice, and a deleted stream stays deleted.
 * `first` is the lowest revision still in the file. AUTOINCREMENT: a position is never given twice either.
 *
 * What events say stands apart: in `lasting` for streams that are kept, in `passing` for those that expire. Removing a row
 * makes SQLite move its neighbours to other pages, and secure_delete does not clean the places they left. So nothing is
 * ever removed from `lasting`: its rows never move, and overwriting one where it stands leaves no copy of it (GDP-02).
 * The indexes hold ids of users and schools, which stay in the log whatever is forgotten. A file of an earlier version gets
 * what it lacks when it is opened.
 */
export const schema = `
  CREATE TABLE IF NOT EXISTS stream (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL UNIQUE,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    deleted INTEGER NOT NULL DEFAULT 0
  ) STRICT;
  CREATE TABLE IF NOT EXISTS event (
    position INTEGER PRIMARY KEY AUTOINCREMENT,
    stream INTEGER NOT NULL REFERENCES stream (id),
    revision INTEGER NOT NULL,
    id TEXT NOT NULL,
    type TEXT NOT NULL,
    recorded_at INTEGER NOT NULL,
    UNIQUE (stream, revision),
    UNIQUE (stream, id)
  ) STRICT;
  CREATE TABLE IF NOT EXISTS lasting (position INTEGER PRIMARY KEY, data TEXT NOT NULL, metadata TEXT NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS passing (position INTEGER PRIMARY KEY, data TEXT NOT NULL, metadata TEXT NOT NULL) STRICT;
  CREATE VIEW IF NOT EXISTS recorded AS
    SELECT e.*, coalesce(l.data, p.data) AS data, coalesce(l.metadata, p.metadata) AS metadata
    FROM event e LEFT JOIN lasting l ON l.position = e.position LEFT JOIN passing p ON p.position = e.position;
  ${index('lasting', 'userId')}
  ${index('lasting', 'schoolId')}
  ${index('passing', 'userId')}
  ${index('passing', 'schoolId')}
  PRAGMA user_version = ${VERSION};
`;
