import type { Named } from '../event-store.js';
import { columns } from './log-page.js';
import { type ContentTable, namedIn } from './schema.js';

/**
 * Positions of the last events of some types that name somebody, for each of many, -1 where there is none: JSON of ids, each with the
 * position it comes before, and of the types. `table`: where the contents of such streams are.
 */
export const selectLastNaming = (named: Named, table: ContentTable): string => `
  SELECT json_group_array(coalesce((
    SELECT e.position FROM ${table} c CROSS JOIN event e ON e.position = c.position
    WHERE ${namedIn(named, 'c.data')} = asked.value ->> 0 AND c.position < asked.value ->> 1
      AND e.type IN (SELECT value FROM json_each(?2))
    ORDER BY c.position DESC LIMIT 1
  ), -1)) FROM json_each(?1) asked`;

/**
 * Events that name somebody: the id and the two ends of the stretch, twice. Each condition is one of the indexes of the schema. What the
 * events say is what the log says: an index that names too many shows nothing that is not there.
 */
export const selectNaming = (named: Named): string => {
  const where = `${namedIn(named)} = ? AND position > ? AND position <= ?`;
  return `
    SELECT ${columns}
    FROM (SELECT position FROM lasting WHERE ${where} UNION SELECT position FROM passing WHERE ${where}) named
      CROSS JOIN recorded e ON e.position = named.position CROSS JOIN stream s ON s.id = e.stream
    ORDER BY e.position`;
};
