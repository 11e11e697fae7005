import type { Named } from '../event-store.js';
import { columnsOf } from './log-page.js';
import { namedIn } from './schema.js';

/** Events that name somebody: the id and the two ends of the stretch, twice. Each condition is one of the indexes of the schema. */
export const selectNaming = (named: Named): string => {
  const where = `${namedIn(named)} = ? AND position > ? AND position <= ?`;
  return `
    SELECT ${columnsOf('said')}
    FROM (SELECT * FROM lasting WHERE ${where} UNION ALL SELECT * FROM passing WHERE ${where}) said
      CROSS JOIN event e ON e.position = said.position CROSS JOIN stream s ON s.id = e.stream
    ORDER BY e.position`;
};
