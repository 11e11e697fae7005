import type { Connection } from './connection.js';
import { heldTables } from './indexes/held-tables.js';

/**
 * Events that stand in the log, and that a reader of their stream, or of whom they name, is not shown, by position: the file's indexes
 * do not say what its rows say. Null where no event can be named.
 */
export const unindexed = (connection: Connection): readonly (number | null)[] => {
  const statements = heldTables.flatMap(({ indexes }) =>
    indexes.flatMap(({ missed, more }) => [missed, ...(more === undefined ? [] : [more])]),
  );
  const found = statements.flatMap((sql) => connection.prepare(sql).all() as { position: number | null }[]);
  return [...new Set(found.map(({ position }) => position))];
};
