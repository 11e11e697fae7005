import type { Named } from '../event-store.js';
import { columns } from './log-page.js';
import { namedIn } from './schema.js';

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
