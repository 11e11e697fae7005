import type { Sql } from '#projections';

/** Ids of deactivated users after this one, in the order of their ids. */
export const departedAfter = (sql: Sql, userId: string, limit: number): readonly string[] =>
  sql
    .prepare(
      "SELECT user_id AS userId FROM person WHERE state = 'deactivated' AND user_id > ? ORDER BY user_id LIMIT ?",
    )
    .all(userId, limit)
    .map((row) => (row as { userId: string }).userId);
