import { canonicalJson } from '#aggregate-store';
import type { Sql } from '#projections';

/** What users alone decide of a row. */
const told = ['school_id', 'folded', 'search', 'name_key', 'identifier_key', 'role_key', 'email_key'];
/** What auth has a say in. */
const heard = ['state', 'has_key', 'failed_too_often', 'has_factor', 'last_sign_in_at'];

/** How a person in the list that serves is not what the log makes of them; `columns`: which of theirs say something else. */
export type RowDifference = Readonly<{
  userId: string;
  kind: 'differs' | 'missing' | 'surplus';
  columns: readonly string[];
}>;

type Asked = Readonly<{
  /** Whether the draft knows keys and sign-ins too. */
  signIns: boolean;
  /** A sign-in before that has left the log: the list may know of it, the draft does not. */
  forgottenBefore: string;
}>;

type Row = Readonly<Record<string, unknown>>;
type Both = readonly [has: Row | undefined, ought: Row | undefined];

/** Which rows of the list that serves (`main`) and of the draft are not the same, in no order. Whoever is in no school is in no list. */
export const listDifferences = (sql: Sql, asked: Asked): readonly RowDifference[] => {
  const { signIns, forgottenBefore } = asked;
  const [live, made] = [sql.prepare(rowIn('main')), sql.prepare(rowIn('draft'))];
  const unlike = sql.prepare(unlikeIn(signIns)).all(...(signIns ? [forgottenBefore] : [])) as {
    userId: string;
  }[];
  return unlike.flatMap(({ userId }) => {
    const both = [live.get(userId), made.get(userId)] as unknown as Both;
    const difference = differenceIn(both, asked);
    return difference === null ? [] : [{ userId, ...difference }];
  });
};

/** Sign-ins that only the list knows, since the log has forgotten them. */
export const forgottenSignIns = (sql: Sql, { signIns, forgottenBefore }: Asked): number => {
  if (!signIns) return 0;
  const { count } = sql
    .prepare(
      `SELECT count(*) AS count FROM main.person AS live JOIN draft.person AS made ${same} AND ${forgotten}`,
    )
    .get(forgottenBefore) as { count: number };
  return count;
};

/** How many people the log makes a list of. */
export const peopleMade = (sql: Sql): number => {
  const made = sql.prepare("SELECT count(*) AS count FROM draft.person WHERE school_id <> ''").get();
  return (made as { count: number }).count;
};

const same = "ON made.school_id = live.school_id AND made.user_id = live.user_id AND live.school_id <> ''";
const forgotten = 'live.last_sign_in_at > made.last_sign_in_at AND live.last_sign_in_at < ?1';
const coolOffs = (list: string) => `SELECT user_id, change_id, due_at FROM ${list}.cool_off`;

/** Rows of a school lie together in both files: the two are gone through side by side, and only what is unlike is looked at twice. */
const unlikeIn = (signIns: boolean): string => `
  SELECT live.user_id AS userId FROM main.person AS live LEFT JOIN draft.person AS made ${same}
  WHERE live.school_id <> '' AND (made.user_id IS NULL OR ${(signIns ? [...told, ...heard] : told)
    .map(
      (name) =>
        `live.${name} IS NOT made.${name}${name === 'last_sign_in_at' ? ` AND NOT (${forgotten})` : ''}`,
    )
    .join(' OR ')} OR (live.state = 'deactivated') <> (made.state = 'deactivated'))
  UNION SELECT made.user_id FROM draft.person AS made LEFT JOIN main.person AS live ${same}
  WHERE made.school_id <> '' AND live.user_id IS NULL
  UNION SELECT user_id FROM (${coolOffs('main')} EXCEPT ${coolOffs('draft')})
  UNION SELECT user_id FROM (${coolOffs('draft')} EXCEPT ${coolOffs('main')})`;

const rowIn = (list: string): string => `
  SELECT ${[...told, ...heard].join()}, state = 'deactivated' AS closed,
    (SELECT change_id || ' ' || due_at FROM ${list}.cool_off WHERE user_id = person.user_id) AS cool_off
  FROM ${list}.person WHERE user_id = ? AND school_id <> ''`;

const differenceIn = ([has, ought]: Both, asked: Asked) => {
  if (has === undefined && ought === undefined) return null;
  if (has === undefined) return { kind: 'missing' as const, columns: [] };
  if (ought === undefined) return { kind: 'surplus' as const, columns: [] };
  const names = [...told, ...(asked.signIns ? heard : ['closed']), 'cool_off'];
  const columns = names.filter((name) => !isSame(name, has[name], ought[name], asked));
  return columns.length === 0 ? null : { kind: 'differs' as const, columns };
};

const isSame = (name: string, has: unknown, ought: unknown, { forgottenBefore }: Asked): boolean => {
  if (has === ought) return true;
  if (name === 'folded') return inOneOrder(has) === inOneOrder(ought);
  return name === 'last_sign_in_at' && String(has) > String(ought) && String(has) < forgottenBefore;
};

/** What is written after each event and what is written after many may say the same in another order. */
const inOneOrder = (folded: unknown): string => {
  try {
    return canonicalJson(JSON.parse(String(folded)));
  } catch {
    return String(folded);
  }
};
