import type { HeldTable } from './held-table.js';
import { count, entryLines, line, moreThan, rowLines, textOf } from './line.js';

const ROWS = 'stream NOT INDEXED';
const INDEX = 'stream INDEXED BY sqlite_autoindex_stream_1';
const ENTRIES = `${INDEX} WHERE name IS NOT NULL`;
const lineOf = (stream: string) => line(`${stream}.name`, `${stream}.id`);

/** Streams by name; and by the number of their row, as `events` are sought by their position. */
export const streams: HeldTable = {
  count: count(ROWS),
  rows: rowLines(
    `SELECT ${lineOf('found')} AS line, -row.id AS at
      FROM stream AS row NOT INDEXED LEFT JOIN stream AS found ON found.id = row.id
      WHERE row.id < -?1 ORDER BY row.id DESC LIMIT ?2`,
    ['line'],
  ),
  indexes: [
    {
      count: count(ENTRIES),
      entries: entryLines(`
        SELECT CASE typeof(name) WHEN 'text' THEN ${lineOf('stream')} END AS line FROM ${INDEX}
        WHERE name > ${textOf('?1')} ORDER BY name LIMIT ?3`),
      before: ['', ''],
      unique: 1,
      missed: `
        SELECT (SELECT min(position) FROM event NOT INDEXED WHERE event.stream = row.id) AS position
        FROM stream AS row NOT INDEXED WHERE id IS NOT (
          SELECT found.id FROM stream AS entry INDEXED BY sqlite_autoindex_stream_1
            CROSS JOIN stream AS found ON found.id = entry.id
          WHERE entry.name = row.name)
        LIMIT 100`,
      more: moreThan(ROWS, ENTRIES),
    },
  ],
};
