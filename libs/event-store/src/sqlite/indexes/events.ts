import type { HeldTable } from './held-table.js';
import { count, entryLines, integerOf, line, moreThan, rowLines } from './line.js';

const ROWS = 'event NOT INDEXED';
const INDEX = 'event INDEXED BY sqlite_autoindex_event_1';
const ENTRIES = `${INDEX} WHERE stream IS NOT NULL`;

/** Stream and revision are one number of nineteen digits: what is made of one, and of two, has no line. */
const REVISIONS = 2 ** 24;
const STREAMS = 10 ** 11;
const BASE = '1000000000000000000';
const lineOf = (event: string) => `
  CASE WHEN ${event}.revision BETWEEN 0 AND ${REVISIONS - 1} AND ${event}.stream BETWEEN 0 AND ${STREAMS}
    THEN ${line(`(${event}.stream * ${REVISIONS} + ${event}.revision + ${BASE})`, `${event}.position`)} END AS line`;
const place = `(${integerOf('?1')} - ${BASE})`;

/**
 * Events by stream and revision. Whoever is told a position by an index seeks the event there: each is sought so as well. From the last to
 * the first: what is sought after the one before it SQLite does not seek, it goes on to the next.
 */
export const events: HeldTable = {
  count: count(ROWS),
  rows: rowLines(
    `SELECT ${lineOf('found')}, -row.position AS at
      FROM event AS row NOT INDEXED LEFT JOIN event AS found ON found.position = row.position
      WHERE row.position < -?1 ORDER BY row.position DESC LIMIT ?2`,
    ['line'],
  ),
  indexes: [
    {
      count: count(ENTRIES),
      entries: entryLines(`
        SELECT ${lineOf('event')} FROM ${INDEX}
        WHERE (stream, revision) > (${place} / ${REVISIONS}, ${place} % ${REVISIONS})
        ORDER BY stream, revision LIMIT ?3`),
      before: [`${BigInt(BASE) - 1n}`, ''],
      unique: 1,
      missed: `
        SELECT position FROM event AS row NOT INDEXED WHERE position IS NOT (
          SELECT found.position FROM event AS entry INDEXED BY sqlite_autoindex_event_1
            CROSS JOIN event AS found ON found.position = entry.position
          WHERE entry.stream = row.stream AND entry.revision = row.revision)
        LIMIT 100`,
      more: moreThan(ROWS, ENTRIES),
    },
  ],
};
