import type { Connection } from './connection.js';

// Each row is sought by the index that streams are read by. `NOT INDEXED` goes by the rows themselves, as the log is read.
const events = `
  SELECT position FROM event AS row NOT INDEXED WHERE NOT EXISTS (
    SELECT 1 FROM event AS entry INDEXED BY sqlite_autoindex_event_1
    WHERE entry.stream = row.stream AND entry.revision = row.revision AND entry.position = row.position)`;
const streams = `
  SELECT (SELECT min(position) FROM event NOT INDEXED WHERE event.stream = row.id) AS position
  FROM stream AS row NOT INDEXED WHERE NOT EXISTS (
    SELECT 1 FROM stream AS entry INDEXED BY sqlite_autoindex_stream_1
    WHERE entry.name = row.name AND entry.id = row.id)`;
const more = `
  SELECT NULL AS position WHERE (SELECT count(*) FROM event INDEXED BY sqlite_autoindex_event_1 WHERE stream IS NOT NULL)
    > (SELECT count(*) FROM event NOT INDEXED)`;

/**
 * Events that stand in the log, and that a reader of their stream is not shown, by position: the file's indexes do not say what
 * its rows say. Null where no event can be named.
 */
export const unindexed = (connection: Connection): readonly (number | null)[] => {
  const rows = connection.prepare(`${events} UNION ${streams} UNION ${more}`).all();
  return (rows as { position: number | null }[]).map(({ position }) => position);
};
