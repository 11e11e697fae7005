import type { Locale, ReplyOf, ListUsers } from '#contracts';
import type { Catalogue } from '../language/catalogue.fr.js';
import { view } from '../view/views.js';
import { type UserRow, userRow } from './user-row.js';
import { columnOf, type SortName, type UsersQuery } from './users.form.js';

type Column = Readonly<{ name: SortName; text: string; href: string; order: string | null; chosen: boolean }>;

export type UsersModel = Readonly<{
  intro: string;
  q: string;
  tri: SortName;
  columns: readonly Column[];
  rows: readonly UserRow[];
  count: string;
  filtered: boolean;
  nothing: string;
  next: string | null;
  first: string | null;
  note: string | null;
}>;

export const usersView = view<UsersModel>('users/users');

const address = (asked: Partial<UsersQuery>): string => {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(asked)) {
    if (value !== undefined && value !== '') query.set(name, String(value));
  }
  return query.size === 0 ? '/parametres/utilisateurs' : `/parametres/utilisateurs?${query}`;
};

/** The head of a column: a press sorts by it, a second one turns the order round. */
const columnsOf = (t: Catalogue, { q, tri, sens }: UsersQuery): Column[] =>
  (Object.keys(columnOf) as SortName[]).map((name) => {
    const chosen = name === tri;
    const turned = chosen && sens === 'croissant' ? 'decroissant' : 'croissant';
    return {
      name,
      text: t.users.columns[columnOf[name]],
      href: address({ q, tri: name, sens: turned }),
      order: chosen ? (sens === 'croissant' ? 'ascending' : 'descending') : null,
      chosen,
    };
  });

type Listed = Extract<ReplyOf<typeof ListUsers>, { outcome: 'done' }>;
type Around = Readonly<{ now: string; school: string; lang: Locale; t: Catalogue; note: string | null }>;

export const usersModel = (
  asked: UsersQuery,
  { users, total, nextCursor }: Listed,
  { now, school, lang, t, note }: Around,
): UsersModel => {
  const { q, tri, sens, curseur } = asked;
  return {
    intro: t.users.intro(school),
    q,
    tri,
    columns: columnsOf(t, asked),
    rows: users.map((user) => userRow(user, now, t, lang)),
    count: q === '' ? t.users.count(total) : t.users.found(total, q),
    filtered: q !== '',
    nothing: t.users.nothing(q),
    next: nextCursor === undefined ? null : address({ q, tri, sens, curseur: nextCursor }),
    first: curseur === undefined ? null : address({ q, tri, sens }),
    note,
  };
};
