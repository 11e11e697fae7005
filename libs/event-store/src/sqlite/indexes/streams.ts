import type { HeldTable } from './held-table.js';
import { count, entryLines, line, moreThan, rowLines, textOf } from './line.js';

const ROWS = 'stream NOT INDEXED';
const INDEX = 'stream INDEXED BY sqlite_autoindex_stream_1';
const ENTRIES = `${INDEX} WHERE name IS NOT NULL`;
const of = line('name', 'id');

/** Streams by name. */
export const streams: HeldTable = {
  count: count(ROWS),
  rows: rowLines(`SELECT ${of} AS line, id AS at FROM ${ROWS} WHERE id > ?1 ORDER BY id LIMIT ?2`, ['line']),
  indexes: [
    {
      count: count(ENTRIES),
      entries: entryLines(`
        SELECT CASE typeof(name) WHEN 'text' THEN ${of} END AS line FROM ${INDEX}
        WHERE name > ${textOf('?1')} ORDER BY name LIMIT ?3`),
      before: ['', ''],
      unique: 1,
      missed: `
        SELECT (SELECT min(position) FROM event NOT INDEXED WHERE event.stream = row.id) AS position
        FROM stream AS row NOT INDEXED WHERE id IS NOT (
          SELECT entry.id FROM stream AS entry INDEXED BY sqlite_autoindex_stream_1 WHERE entry.name = row.name)
        LIMIT 100`,
      more: moreThan(ROWS, ENTRIES),
    },
  ],
};
