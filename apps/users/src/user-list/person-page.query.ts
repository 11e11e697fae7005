import type { ListUsers, PayloadOf } from '#contracts';
import type { Sql } from '#projections';
import { personColumns, type PersonRow } from './person.table.js';
import { searchedWords } from './plain-text.js';

export type Sort = NonNullable<PayloadOf<typeof ListUsers>['sort']>;

const columns: Readonly<Record<Sort, string>> = {
  name: 'name_key',
  identifier: 'identifier_key',
  role: 'role_key',
  email: 'email_key',
  state: 'state',
  lastSignInAt: 'last_sign_in_at',
};

type Asked = Readonly<{
  schoolId: string;
  q: string;
  sort: Sort;
  descending: boolean;
  limit: number;
  /** The last row of the page before. */
  after: Readonly<{ key: string; userId: string }> | null;
}>;

export type SortedRow = PersonRow & Readonly<{ sort_key: string }>;
export type PersonPage = Readonly<{ rows: readonly SortedRow[]; more: boolean; total: number }>;

/** One page of a school's users, in a stable order, and how many there are in all. The user's id breaks ties. */
export const personPage = (sql: Sql, { schoolId, q, sort, descending, limit, after }: Asked): PersonPage => {
  const column = columns[sort];
  const words = searchedWords(q);
  const matching = ['school_id = ?', ...words.map(() => 'instr(search, ?) > 0')].join(' AND ');
  const { total } = sql
    .prepare(`SELECT count(*) AS total FROM person WHERE ${matching}`)
    .get(schoolId, ...words) as {
    total: number;
  };
  const [comes, order] = descending ? ['<', 'DESC'] : ['>', 'ASC'];
  const rows = sql
    .prepare(
      `SELECT ${personColumns}, ${column} AS sort_key FROM person
       WHERE ${matching} ${after ? `AND (${column}, user_id) ${comes} (?, ?)` : ''}
       ORDER BY ${column} ${order}, user_id ${order} LIMIT ?`,
    )
    .all(schoolId, ...words, ...(after ? [after.key, after.userId] : []), limit + 1) as SortedRow[];
  return { rows: rows.slice(0, limit), more: rows.length > limit, total };
};
