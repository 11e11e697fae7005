import type { Sql } from '#projections';

const prepare = (sql: Sql, text: string) => sql.prepare(text);
type Statement = ReturnType<typeof prepare>;

const prepared = new WeakMap<Sql, Map<string, Statement>>();

/**
 * The statement of this text, prepared once for a connection. The texts are ours and few; a statement made for every row would
 * hold native memory that the garbage collector knows nothing of.
 */
export const statement = (sql: Sql, text: string): Statement => {
  const known = prepared.get(sql) ?? new Map<string, Statement>();
  prepared.set(sql, known);
  const found = known.get(text) ?? prepare(sql, text);
  known.set(text, found);
  return found;
};
