import type { Sql } from '#projections';
import { plainText, searchedWords, sortKey } from '../user-list/plain-text.js';

export type SchoolRow = Readonly<{ schoolId: string; name: string }>;

export const putSchool = (sql: Sql, schoolId: string, name: string): void => {
  sql
    .prepare('INSERT OR REPLACE INTO school VALUES (?, ?, ?, ?)')
    .run(schoolId, name, sortKey(name), plainText(name));
};

/** Schools whose name contains every one of these words, by name. */
export const schoolsNamed = (sql: Sql, q: string, limit: number): readonly SchoolRow[] => {
  const words = searchedWords(q);
  if (words.length === 0) return [];
  const matching = words.map(() => 'instr(search, ?) > 0').join(' AND ');
  return sql
    .prepare(
      `SELECT school_id AS schoolId, name FROM school WHERE ${matching} ORDER BY name_key, school_id LIMIT ?`,
    )
    .all(...words, limit) as SchoolRow[];
};
